-- Views of an exported copy, with the numbers in the units that people use. Times are as the user's clock
-- showed them; a key is the id that psoas shows, read backwards.

CREATE VIEW v_sessions AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time, zone,
  date(day * 86400, 'unixepoch') AS day,
  date(((day + 3) / 7 * 7 - 3) * 86400, 'unixepoch') AS week_start,
  routine, duration_seconds / 60.0 AS minutes, effort_tenths / 10.0 AS effort_cr10,
  effort_tenths * duration_seconds / 600.0 AS load_au, set_count AS sets,
  (SELECT score_tenths / 10.0 FROM pain WHERE session_id = session.id AND tie = 'before')
    AS pain_before,
  (SELECT score_tenths / 10.0 FROM pain WHERE session_id = session.id AND tie = 'after')
    AS pain_after,
  note
FROM session;

CREATE VIEW v_sets AS
SELECT lower(hex(session_id)) AS session_key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time,
  date(day * 86400, 'unixepoch') AS day,
  exercise_set.entry, exercise_set.number, exercise, exercise.name AS exercise_name, reps,
  hold_seconds, side, load_hundredths / 100.0 AS load, load_unit,
  load_hundredths / 100.0 * iif(load_unit = 'lb', 0.45359237, 1) AS load_kg,
  pain_tenths / 10.0 AS pain_during
FROM exercise_set JOIN session ON session.id = session_id JOIN exercise ON slug = exercise;

CREATE VIEW v_pain AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time, zone,
  date(day * 86400, 'unixepoch') AS day, score_tenths / 10.0 AS score, recall, woke,
  (SELECT group_concat(site || iif(side = '', '', ':' || side), ', ')
   FROM pain_site WHERE pain_id = pain.id) AS sites,
  (SELECT group_concat(trigger, ', ') FROM pain_trigger WHERE pain_id = pain.id) AS triggers,
  iif(session_id IS NULL, NULL, lower(hex(session_id))) AS session_key, tie, note
FROM pain;

CREATE VIEW v_measurements AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time, zone,
  date(day * 86400, 'unixepoch') AS day, kind, title, side, method, motion, unit, better,
  -- The best of a hold, the mean of everything else.
  (SELECT CASE WHEN unit <> 's' THEN avg(value_hundredths)
      WHEN better = 'higher' THEN max(value_hundredths) ELSE min(value_hundredths) END / 100.0
   FROM measurement_trial WHERE measurement_id = measurement.id) AS value,
  (SELECT count(*) FROM measurement_trial WHERE measurement_id = measurement.id) AS trials,
  pain_tenths / 10.0 AS pain_during, photo, note
FROM measurement JOIN measurement_kind ON slug = kind;

CREATE VIEW v_trials AS
SELECT lower(hex(measurement_id)) AS measurement_key, date(day * 86400, 'unixepoch') AS day, kind,
  side, method, motion, number, value_hundredths / 100.0 AS value, unit
FROM measurement_trial JOIN measurement ON measurement.id = measurement_id
  JOIN measurement_kind ON slug = kind;

-- One row for each factor of a day: of two amounts the one that was told later counts.
CREATE VIEW v_days AS
SELECT date(day * 86400, 'unixepoch') AS day, factor,
  value_hundredths / iif(unit = 'time', 6000.0, 100.0) AS value,
  iif(unit = 'time', 'h', '') AS unit
FROM (
  SELECT day, factor, unit, value_hundredths, max(id)
  FROM day_record JOIN day_factor ON day_id = id GROUP BY day, factor);

CREATE VIEW v_flares AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_start,
  strftime('%Y-%m-%d %H:%M:%S', end_at + end_utc_offset * 60, 'unixepoch') AS local_end,
  date(day * 86400, 'unixepoch') AS first_day, date(end_day * 86400, 'unixepoch') AS last_day, note
FROM flare;

CREATE VIEW v_stages AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time,
  date(day * 86400, 'unixepoch') AS day, kind, protocol, stage, unmet, note
FROM course_change;

CREATE VIEW v_checks AS
SELECT lower(hex(id)) AS key,
  strftime('%Y-%m-%d %H:%M:%S', at + utc_offset * 60, 'unixepoch') AS local_time,
  date(day * 86400, 'unixepoch') AS day,
  (SELECT count(*) FROM check_answer WHERE check_id = id) AS answers,
  (SELECT group_concat(question, ', ') FROM check_answer WHERE check_id = id AND yes = 1)
    AS answered_yes,
  (SELECT group_concat(rule || ': ' || evidence, '; ') FROM check_finding WHERE check_id = id)
    AS findings, resolution
FROM safety_check;
