-- One entry of every kind that a log of version 2 could hold.
INSERT INTO exercise VALUES ('bird-dog', 'Bird-dog', 1, 'reps-hold', 'aim', 'cue', 0, NULL, 'dead-bug', NULL),
  ('heel-slide', 'Heel slide', 1, 'reps', NULL, NULL, 1, NULL, NULL, 'bird-dog');
INSERT INTO exercise_alias VALUES ('slides', 'heel-slide');
INSERT INTO session VALUES
  (x'019ab000000070008000000000000001', 1763640000, 60, 'Europe/Berlin', 20412, NULL, 900, 30, 3, 'note');
INSERT INTO exercise_set VALUES
  (x'019ab000000070008000000000000001', 1, 1, 'bird-dog', 8, NULL, NULL, NULL, NULL, 20),
  (x'019ab000000070008000000000000001', 1, 2, 'bird-dog', 8, NULL, NULL, NULL, NULL, 20),
  (x'019ab000000070008000000000000001', 1, 3, 'bird-dog', 8, NULL, NULL, NULL, NULL, 20);
INSERT INTO pain VALUES
  (x'019ab000000070008000000000000002', 1763640000, 60, 'Europe/Berlin', 20412, 35, 'now', 0,
    x'019ab000000070008000000000000001', 'after', NULL),
  (x'019ab000000070008000000000000003', 1763700000, 60, 'Europe/Berlin', 20413, 40, 'morning', 1,
    NULL, NULL, NULL);
INSERT INTO pain_site VALUES (x'019ab000000070008000000000000003', 'low-back', '');
INSERT INTO pain_trigger VALUES (x'019ab000000070008000000000000003', 'sitting');
INSERT INTO measurement_kind VALUES ('thomas', 'Thomas test', 'deg', 'lower', 1, -90, 90, 0);
INSERT INTO measurement VALUES
  (x'019ab000000070008000000000000004', 1763700000, 60, 'Europe/Berlin', 20413, 'thomas', 'left',
    'inclinometer', '', 0, NULL, NULL);
INSERT INTO measurement_trial VALUES
  (x'019ab000000070008000000000000004', 1, -500), (x'019ab000000070008000000000000004', 2, -525);
INSERT INTO day_record VALUES
  (x'019ab000000070008000000000000005', 1763700000, 60, 'Europe/Berlin', 20413);
INSERT INTO day_factor VALUES (x'019ab000000070008000000000000005', 'sitting', 'time', 54000);
INSERT INTO setting VALUES ('report.weeks', '8');
INSERT INTO planned_exercise VALUES (x'019ab000000070008000000000000001', 1, 'bird-dog 3x8');
INSERT INTO own_definition VALUES ('routine', 'evening', '[routine evening]
exercise: bird-dog 3x8
');
INSERT INTO course_change VALUES
  (x'019ab000000070008000000000000006', 1763700000, 60, 'Europe/Berlin', 20413, 'start',
    'staged-recovery', 'settle', NULL, NULL);
INSERT INTO course_answer VALUES (x'019ab000000070008000000000000006', 'fever', 0);
INSERT INTO flare VALUES
  (x'019ab000000070008000000000000007', 1763700000, 60, 'Europe/Berlin', 20413,
    1763900000, 60, 'Europe/Berlin', 20415, 'after gardening');
INSERT INTO safety_check VALUES
  (x'019ab000000070008000000000000008', 1763700000, 60, 'Europe/Berlin', 20413, NULL);
INSERT INTO check_answer VALUES (x'019ab000000070008000000000000008', 'fever', 1);
INSERT INTO check_finding VALUES (x'019ab000000070008000000000000008', 'fever', 'answered yes');
