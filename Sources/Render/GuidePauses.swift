import Core

// What a guided session shows while its clock is stopped for a reason other than a pause.

extension GuideScreen {
  var intro: [Row] {
    let plan = session.plan
    var rows = [
      Row(text: "  " + plan.title, tint: .heading, yields: 1),
      Row(text: "  \(plan.length) with changes and rests", yields: 3), Row(yields: 8),
    ]
    let caution = paragraph(GuidePlan.caution, yields: 2)
    let steps = plan.steps.enumerated().map { number, step in
      let parts = [step.name, step.entry.doseText].filter { !$0.isEmpty }
      return "  \(number + 1)  \(parts.joined(separator: ", "))"
    }
    rows += list(steps, room: height - caution.count - 3)
    rows.append(Row(yields: 8))
    rows += caution
    if let remark = plan.remark { rows += paragraph("Note: \(remark).", yields: 7) }
    return rows + [Row(yields: 8), Row(text: "  Space begins.", tint: .range, yields: 0)]
  }

  var help: [Row] {
    [Row(text: "  Keys", tint: .heading, yields: 2), Row(yields: 8)]
      + GuideKeyList.all.map { keys, meaning in
        Row(text: "  " + Style.pad(keys(style), to: 10, right: false) + meaning, yields: 1)
      } + [Row(yields: 8), Row(text: "  Any key goes back.", tint: .range, yields: 0)]
  }

  var leaving: [Row] {
    let done = session.entries().map { "    " + $0.text }
    return [Row(text: "  End here?", tint: .heading, yields: 0), Row(yields: 8)]
      + [Row(text: "  Done so far:", yields: 5)] + list(done, room: height - 5) + [
        Row(yields: 8), Row(text: "  y      keep it", tint: .range, yields: 0),
        Row(text: "  n      throw it away", tint: .range, yields: 0),
        Row(text: "  space  go on", tint: .range, yields: 0),
      ]
  }

  /// As many lines as fit, and how many more there are.
  private func list(_ lines: [String], room: Int) -> [Row] {
    guard lines.count > max(1, room) else { return lines.map { Row(text: $0, yields: 4) } }
    let shown = lines.prefix(max(0, room - 1))
    let rest = "  … and \(lines.count - shown.count) more"
    return (shown + [rest]).map { Row(text: $0, yields: 4) }
  }
}
