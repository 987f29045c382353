#!/usr/bin/env python3
"""Writes Tests/StatisticsTests/Oracle.swift: expected values by SciPy, statsmodels and fractions.

Usage: pip install scipy statsmodels mpmath; python3 scripts/oracle.py
Needed only to change the expected values, not to run the tests. Made with SciPy 1.17.1 and
statsmodels 0.15.0; the data are fixed below or drawn with fixed seeds.

Where a library departs from the definitions of the module, the value is made here instead:
- theilslopes: its intercept is median(y) - slope * median(x) unless method='joint'; the variance
  behind its interval also loses the ties of x, so intervals with tied x are made here.
- kendalltau: its approximate p has no correction for continuity, and it has no exact p with ties.
- mannwhitneyu: its exact p takes no notice of ties.
- the tails of Student's t lose digits near p = 1, so they come from mpmath.
- HAC of statsmodels takes neighbouring rows as neighbours in time, gaps or not.
"""

import math
import subprocess
from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import mpmath
import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.tsa.stattools import acf

OUTPUT = Path(__file__).resolve().parent.parent / "Tests/StatisticsTests/Oracle.swift"


def numbers(seed, count, levels, step=1.0, trend=0.0):
    """Values on a few levels, or on very many, with a trend."""
    draw = np.random.default_rng(seed)
    values = draw.integers(0, levels, count) + np.rint(trend * np.arange(count))
    return [float(v) * step for v in values]


def weeks(seed, count, share=0.8):
    """Rising whole numbers with gaps."""
    draw = np.random.default_rng(seed)
    return [float(v) for v in np.cumsum(1 + (draw.random(count) > share) * draw.integers(1, 4, count))]


def score(x, y):
    return int(sum(np.sign(x[j] - x[i]) * np.sign(y[j] - y[i]) for i, j in combinations(range(len(x)), 2)))


def groups(values):
    return list(Counter(values).values())


def variance_of_s(values):
    n = len(values)
    full = n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in groups(values))
    return full / 18


def theil_sen(x, y):
    fit = stats.theilslopes(y, x, alpha=0.95, method="joint")
    low, high = fit.low_slope, fit.high_slope
    if len(set(x)) < len(x):
        slopes = sorted((y[j] - y[i]) / (x[j] - x[i]) for i, j in combinations(range(len(x)), 2) if x[i] != x[j])
        width = stats.norm.ppf(0.975) * math.sqrt(variance_of_s(y))
        low = slopes[max(0, round((len(slopes) - width) / 2) - 1)]
        high = slopes[min(len(slopes) - 1, round((len(slopes) + width) / 2))]
    return [fit.slope, fit.intercept, low, high]


def product(one, other):
    result = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            result[i + j] += a * b
    return result


def quotient(one, other):
    one, result = list(one), []
    for place in range(len(one) - len(other) + 1):
        result.append(one[place])
        for j, b in enumerate(other):
            one[place + j] -= result[-1] * b
    assert not any(one)
    return result


def exact_p(s, sizes):
    """[n]_q! / prod [t]_q! in whole numbers, and the share of it at least as far out as s."""
    inversions = [1]
    for k in range(1, sum(sizes) + 1):
        inversions = product(inversions, [1] * k)
    for t in sizes:
        for k in range(1, t + 1):
            inversions = quotient(inversions, [1] * k)
    largest = len(inversions) - 1
    far = sum(count for inv, count in enumerate(inversions) if abs(largest - 2 * inv) >= abs(s))
    return float(Fraction(far, sum(inversions)))


def normal_p(s, variance):
    return math.erfc(max(0, abs(s) - 1) / math.sqrt(variance) / math.sqrt(2))


def mann_kendall(y):
    s, variance = score(range(len(y)), y), variance_of_s(y)
    return [float(s), variance, exact_p(s, groups(y)) if len(y) <= 100 else normal_p(s, variance)]


def kendall(x, y):
    tau = stats.kendalltau(x, y, variant="b").statistic
    s, n, t, u = score(x, y), len(x), groups(x), groups(y)

    def two(g):
        return sum(k * (k - 1) for k in g)

    def three(g):
        return sum(k * (k - 1) * (k - 2) for k in g)

    def full(g):
        return sum(k * (k - 1) * (2 * k + 5) for k in g)

    variance = (full([n]) - full(t) - full(u)) / 18 + two(t) * two(u) / (2 * n * (n - 1))
    variance += three(t) * three(u) / (9 * n * (n - 1) * (n - 2))
    if max(t) == 1 or max(u) == 1:
        p = exact_p(s, u if max(t) == 1 else t)
        if max(t) == max(u) == 1:
            # SciPy sums floating point factorials, so its last digits differ.
            assert math.isclose(p, stats.kendalltau(x, y, method="exact").pvalue, rel_tol=1e-9)
    else:
        p = normal_p(s, variance)
    return [float(s), tau, variance, p]


def serial(e):
    n, r = len(e), float(acf(e, nlags=1, adjusted=False, fft=False)[1])
    factor = 1 + 2 * (r ** (n + 1) - n * r**2 + (n - 1) * r) / (n * (r - 1) ** 2)
    return [r, max(1, factor)]


def non_overlap(a, b):
    values, n, m = a + b, len(a), len(b)
    doubled_ranks = [round(2 * r) for r in stats.rankdata(values)]
    doubled_u = sum(doubled_ranks[n:]) - m * (m + 1)
    if len(set(values)) == len(values):
        p = stats.mannwhitneyu(b, a, method="exact").pvalue
    else:
        sums = [sum(pick) for pick in combinations(doubled_ranks, m)]
        far = sum(abs(w - m * (m + 1) - n * m) >= abs(doubled_u - n * m) for w in sums)
        p = far / len(sums)
    return [doubled_u / (2 * n * m), p]


def segmented(t, y, start):
    t, y = np.array(t), np.array(y)
    phase = (t >= start).astype(float)
    design = np.column_stack([np.ones_like(t), t, phase, (t - start) * phase])
    fit = sm.OLS(y, design).fit()
    robust = fit.get_robustcov_results("HAC", maxlags=1, use_correction=True, use_t=True)
    errors, p = robust.bse, robust.pvalues
    if np.any(np.diff(t) != 1):
        u = design * fit.resid[:, None]
        middle = u.T @ u
        for i in np.flatnonzero(np.diff(t) == 1):
            pair = np.outer(u[i], u[i + 1])
            middle += 0.5 * (pair + pair.T)
        bread = np.linalg.inv(design.T @ design)
        errors = np.sqrt(np.diag(bread @ middle @ bread) * len(t) / fit.df_resid)
        p = 2 * stats.t.sf(np.abs(fit.params / errors), fit.df_resid)
    return [list(map(float, row)) for row in (fit.params, fit.bse, fit.pvalues, errors, p)]


def student_p(t, freedom):
    with mpmath.workdps(40):
        v = mpmath.mpf(freedom)
        return float(mpmath.betainc(v / 2, 0.5, 0, v / (v + mpmath.mpf(t) ** 2), regularized=True))


def literal(value):
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(v) for v in value) + "]"
    return repr(float(value))


def table(name, says, fields, rows):
    """A struct with the fields, and its rows."""
    yield f"/// {says}"
    yield f"struct {name}: Sendable {{"
    for field, kind in fields.items():
        yield f"let {field}: {kind}"
    yield f"static let all: [{name}] = ["
    for row in rows:
        arguments = ",\n".join(f"{field}: {literal(value)}" for field, value in zip(fields, row))
        yield f"{name}(\n{arguments}\n),"
    yield "]\n}\n"


def lines():
    yield "// Written by scripts/oracle.py; not edited by hand.\n"
    series = [(weeks(1, 8), numbers(2, 8, 5, trend=-0.3)), (weeks(3, 16), numbers(4, 16, 11, 0.5))]
    series += [([float(v) for v in range(n)], numbers(n, n, 21, 0.5, -0.1)) for n in (3, 5, 30, 101)]
    series += [(weeks(5, 40), [v / 7 for v in numbers(6, 40, 10**6)])]
    series += [(sorted(numbers(7, 25, 12)), numbers(8, 25, 9))]
    yield from table(
        "ExpectedLine", "Slope, intercept and interval of Theil and Sen.",
        {"x": "[Double]", "y": "[Double]", "expected": "[Double]"},
        [(x, y, theil_sen(x, y)) for x, y in series])

    trends = [numbers(n, n, levels) for n, levels in
              [(3, 99), (4, 9), (5, 9999), (7, 4), (8, 3), (12, 9999), (16, 11), (30, 5), (101, 11)]]
    trends += [numbers(52, 52, 11, trend=-0.1), numbers(60, 100, 10**6), numbers(61, 100, 6, trend=0.1)]
    trends += [[float(v) for v in range(40)]]
    yield from table(
        "ExpectedTrend", "S, its variance and p of Mann and Kendall.",
        {"y": "[Double]", "expected": "[Double]"}, [(y, mann_kendall(y)) for y in trends])

    pairs = [(numbers(10, 12, 10**6), numbers(11, 12, 10**6)), (numbers(12, 15, 6), numbers(13, 15, 5))]
    pairs += [([float(v) for v in range(20)], numbers(14, 20, 5, trend=0.2))]
    pairs += [(numbers(15, 30, 10**6), numbers(16, 30, 11)), (numbers(17, 60, 11), numbers(18, 60, 9))]
    yield from table(
        "ExpectedCorrelation", "S, tau-b, the variance of S and p of Kendall.",
        {"x": "[Double]", "y": "[Double]", "expected": "[Double]"},
        [(x, y, kendall(x, y)) for x, y in pairs])

    residuals = [[v / 3 for v in numbers(20, 16, 7)], [float(v) for v in np.sin(np.arange(30) / 4)]]
    yield from table(
        "ExpectedSerial", "Lag-1 correlation without gaps, and the variance factor.",
        {"residuals": "[Double]", "expected": "[Double]"}, [(e, serial(e)) for e in residuals])

    phases = [(numbers(21, 6, 8), numbers(22, 7, 8)), (numbers(23, 5, 4), numbers(24, 9, 4, trend=0.3))]
    phases += [([20.0, 20, 26, 25, 22, 23], [28.0, 25, 24, 27, 30, 30, 29])]
    phases += [(numbers(25, 8, 10**6), numbers(26, 11, 10**6))]
    phases += [(numbers(27, 26, 10**6), numbers(28, 26, 10**6, trend=2e4))]
    yield from table(
        "ExpectedPhases", "The nonoverlap of a and b where higher is better, and its exact p.",
        {"a": "[Double]", "b": "[Double]", "expected": "[Double]"},
        [(a, b, non_overlap(a, b)) for a, b in phases])

    fits = [([float(v) for v in range(12)], numbers(30, 12, 9, 0.5, -0.2), 6.0)]
    fits += [([float(v) for v in range(2900, 2930)], numbers(31, 30, 9, 0.5, 0.2), 2912.0)]
    fits += [(weeks(32, 20), numbers(33, 20, 9, trend=-0.2), 14.0)]
    yield from table(
        "ExpectedSegments",
        "b0 to b3 of the segmented regression; their errors and p, ordinary and Newey-West.",
        {"t": "[Double]", "y": "[Double]", "start": "Double", "coefficients": "[Double]",
         "errors": "[Double]", "p": "[Double]", "robustErrors": "[Double]", "robustP": "[Double]"},
        [(t, y, start, *segmented(t, y, start)) for t, y, start in fits])

    points = [(t, v) for v in (1, 2, 3, 4, 5, 8, 9, 26, 50, 101, 1000, 1e4)
              for t in (1e-9, 0.1, 0.7, 1, 1.96, 2.5, 6, 30)]
    yield from table(
        "ExpectedStudent", "The two-sided p of Student's t.",
        {"t": "Double", "degreesOfFreedom": "Double", "p": "Double"},
        [(t, v, student_p(t, v)) for t, v in points])

    yield from table(
        "ExpectedNormal", "Quantiles of the normal distribution.",
        {"probability": "Double", "quantile": "Double"},
        [(p, stats.norm.ppf(p)) for p in (1e-300, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.6, 0.975, 0.9995)])

    values = [v / 7 for v in numbers(40, 11, 100)]
    yield from table(
        "ExpectedQuantiles", "Quantiles of type 7.",
        {"values": "[Double]", "probabilities": "[Double]", "expected": "[Double]"},
        [(values, q, list(np.quantile(values, q))) for q in ([0, 0.025, 0.25, 0.5, 0.61, 0.975, 1],)])

    raw = [[0.01, 0.04, 0.03, 0.005], [0.5, 0.9, 0.02, 0.02, 0.001], [0.2], [0.6, 0.7]]
    yield from table(
        "ExpectedHolm", "p values and what Holm makes of them.",
        {"raw": "[Double]", "adjusted": "[Double]"},
        [(p, list(multipletests(p, method="holm")[1])) for p in raw])


OUTPUT.write_text("\n".join(lines()))
subprocess.run(["swift", "format", "-i", OUTPUT], check=True)
