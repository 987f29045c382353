import Core
import Import
import Testing

/// What each variant of each format becomes.
@Suite struct FormatTests {
  @Test func strong() throws {
    #expect(
      try described(.strong, fixture("strong.csv"), options: kilograms) == [
        "2...4 2026-03-02 18:05:11 Back, evening 2700s", "  Bird Dog (Bodyweight) 8",
        "  Bird Dog (Bodyweight) 8", "  Plank 60s rpe 8.5", "6...6 2026-03-04 07:30 Morning 3900s",
        "  Glute Bridge 12 @20kg",
      ])
  }

  @Test func strongWithNotesAndMarkAndNarrowSpace() throws {
    #expect(
      try described(.strong, fixture("strong-notes.csv"), options: kilograms) == [
        "2...8 2026-03-02 17:42:09 Back day 2280s 'Slept \"badly\"/but went'",
        "  Goblet Squat 8 @10kg warmUp", "  Goblet Squat 8 @16kg rpe 7 'slow, deep'",
        "  Goblet Squat 6 @12kg drop", "  Walking 1800s 2500/1000 -",
        "10...10 2026-03-03 00:01 Night", "  Child's Pose",
      ])
  }

  @Test func strongWithUnits() throws {
    #expect(
      try described(.strong, fixture("strong-units.csv")) == [
        "2...5 2026-05-21 15:56:15 Afternoon Workout 3180s",
        "  Deadlift (Barbell) 5 @135.5lb rpe 8.5", "  Deadlift (Barbell) 5 @60kg",
        "  Side Plank - Left 40s", "  Rowing 900s 2400/1000 mi",
      ])
  }

  @Test func strongWithNumbersAndNotesInRowsOfTheirOwn() throws {
    #expect(
      try described(.strong, fixture("strong-number.csv")) == [
        "2...8 2026-07-14 19:31:01 Workout A #1406 1742s 'Dead Bug: not today'",
        "  Hip Hinge 10 warmUp 'stick along the back'", "  Hip Hinge 10 @12.5kg rpe 8.5",
        "  Hip Hinge 7 @15kg failure", "  Farmer's Walk @16kg 40000/1000 m",
      ])
    #expect(
      try counts(.strong, "strong-number.csv").leftOut == [
        "rest timers": 1, "ratings of exertion outside 0-10": 1,
      ])
  }

  @Test func strongOfOld() throws {
    #expect(
      try described(.strong, fixture("strong-old.csv")) == [
        "2...2 2018-01-20 17:03:17 Indoor Bike", "  Cycling (Indoor) 2100s 2400/1000 mi",
        "3...3 2018-01-21 17:03:17 Pull", "  Row 10 @45lb",
      ])
  }

  @Test func hevyOfTheApp() throws {
    #expect(
      try described(.hevy, fixture("hevy-kg.csv")) == [
        "2...5 2026-01-18 17:42 Core 2280s 'easy/\"evening\"'",
        "  Bird Dog 8 'left first/then right'", "  Bird Dog 8 rpe 7.5", "  Plank 60s",
        "  Bird Dog 6 drop", "6...7 2026-01-02 07:10 Lift 2700s",
        "  Squat (Barbell) 10 @20kg warmUp",
        "  Squat (Barbell) 5 @62.5kg rpe 10 failure", "8...8 2026-01-02 07:10 Lift 1800s",
        "  Farmers Walk 38s @16kg 40/1000 km",
      ])
  }

  @Test func hevyOfTheSite() throws {
    #expect(
      try described(.hevy, fixture("hevy-lbs.csv")) == [
        "2...6 2026-09-29 15:15 Morning 2700s 'two lines/of it'", "  Glute Bridge 12 @44.09lb",
        "  Running 900s 1500/1000 mi", "  Pull Up (Assisted) 5",
      ])
    #expect(
      try counts(.hevy, "hevy-lbs.csv").leftOut == ["weights below 0, for help with an exercise": 1]
    )
  }

  @Test func fitNotes() throws {
    #expect(
      try described(.fitnotes, fixture("fitnotes.csv")) == [
        "2...5 2026-02-03", "  Deadlift 5 @60kg 'felt fine, no pull'", "  Deadlift 3 @135lb",
        "  Plank 90s", "  Side Plank 60s", "6...6 2026-02-05", "  Walk 1926s 3200/1000 km",
      ])
  }

  @Test func fitNotesOfOldInBothOrders() throws {
    #expect(
      try described(.fitnotes, fixture("fitnotes-kgs.csv")) == [
        "2...3 2026-02-03", "  Deadlift 5 @60kg", "  Pull Up 10", "4...4 2026-02-23",
        "  Plank 120s",
      ])
    #expect(
      try described(.fitnotes, fixture("fitnotes-lbs-mdy.csv")) == [
        "2...2 2026-02-03", "  Deadlift 5 @135lb", "3...3 2026-02-23", "  Plank 45s",
      ])
    #expect(try counts(.fitnotes, "fitnotes-kgs.csv").dates == .dmy)
    #expect(try counts(.fitnotes, "fitnotes-lbs-mdy.csv").dates == .mdy)
  }

  @Test func rehabTracker() throws {
    #expect(
      try described(.rehabTracker, fixture("rehab-tracker.csv")) == [
        "line 2 has 9 fields where the header has 8", "3...4 2026-01-15 Phase 1",
        "  Bridge 12 both pain 0 'Felt \"good\" today'", "  Bridge 12 both pain 0",
        "  Clam, banded 10 right", "5...5 2026-01-16 Phase 2", "  Stretch pain 0",
      ])
  }

  @Test func rehabTrackerWeeks() throws {
    #expect(
      try described(.rehabTracker, fixture("rehab-tracker-weekly.csv")) == [
        "2 measured 2026-01-26 Stand left 25 - 'Improving'",
        "2 measured 2026-01-26 Stand right 30 - 'Improving'",
        "2 measured 2026-01-26 Bridge left 12 - 'Improving'",
        "2 measured 2026-01-26 Bridge right 15 - 'Improving'",
        "2 measured 2026-01-26 Reach left 8.5 - 'Improving'",
        "2 measured 2026-01-26 Reach right 10 - 'Improving'",
        "2 pain 2026-01-26 Knee Pain 2 'Improving'", "2 pain 2026-01-26 Back Pain 1 'Improving'",
        "2 pain 2026-01-26 Foot Pain 0 'Improving'",
        "line 3 has the pain '11', which is not 0 to 10 in steps of 0.1",
      ])
  }

  @Test func wger() throws {
    #expect(
      try described(.wger, fixture("wger.csv"), options: kilograms) == [
        "2 measured 2026-01-02 Weight 81.5 kg", "3 measured 2026-01-03 07:00+00:00 Weight 81.2 kg",
      ])
  }
}

/// Weights in kilograms where a file has no unit.
var kilograms: ImportOptions {
  var options = ImportOptions()
  options.unit = .kg
  return options
}

/// What reading a fixture came to beside its values.
func counts(_ format: Format, _ name: String, options: ImportOptions = ImportOptions()) throws
  -> ImportCounts
{
  let bytes = try fixture(name)
  return try Importer.read(
    format, options: options, from: { pieces(bytes, of: 1 << 16) }, deliver: { _ in })
}
