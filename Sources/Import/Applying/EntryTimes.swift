import Core

extension EntryBuilder {
  /// The moment for a time in a file; a time that the clock skipped becomes the end of the gap. A date alone
  /// gets the time of its part of the day, or noon, within the user's day and not in the future.
  func moment(_ civil: CivilTime, line: Int, part: DayPart? = nil) throws -> Moment {
    let moment: Moment
    if let time = civil.time, !(midnightsAreDates && time.secondOfDay == 0) {
      moment = try self.moment(civil, time: time, line: line)
      guard moment.utc <= now + EntryBuilder.tolerance else {
        throw Problem(line: line, reason: "is in the future (\(civil))")
      }
    } else {
      moment = try self.moment(ofDay: civil.day, part, line: line)
    }
    guard moment.utc >= 0, moment.day.number >= 0 else {
      throw Problem(line: line, reason: "is before 1970 (\(civil))")
    }
    return moment
  }

  private func moment(ofDay day: Day, _ part: DayPart?, line: Int) throws -> Moment {
    let present = Moment(utc: now, in: zone, dayStart: dayStart)
    guard day <= present.day else {
      let isToday = day == present.calendarDay
      throw Problem(
        line: line,
        reason: isToday
          ? "is of a day that begins at \(dayStart) (\(day))" : "is in the future (\(day))")
    }
    let usual: [DayPart: Int] = [.night: 4, .morning: 8, .midday: 13, .evening: 20]
    let hour = part.flatMap { usual[$0] } ?? 12
    let clock = ClockTime(hour: hour, minute: 0) ?? .noon
    let time = clock.secondOfDay < dayStart.secondOfDay ? dayStart : clock
    let moment = try moment(CivilTime(day: day), time: time, line: line)
    return moment.utc <= now || day < present.day ? moment : present
  }

  private func moment(_ civil: CivilTime, time: ClockTime, line: Int) throws -> Moment {
    if let offset = civil.offsetMinutes {
      let utc = civil.day.number * 86_400 + time.secondOfDay - offset * 60
      let place = zone.offset(utc) == offset * 60 ? zone : Zone.fixed(minutes: offset)
      return Moment(utc: utc, in: place, dayStart: dayStart)
    }
    switch zone.resolve(civil.day, time: time) {
    case .once(let utc), .twice(let utc, _):
      return Moment(utc: utc, in: zone, dayStart: dayStart)
    case .skipped(_, let next):
      guard case .once(let utc) = zone.resolve(civil.day, time: next) else {
        throw Problem(line: line, reason: "has the time \(civil), which never was in \(zone.name)")
      }
      return Moment(utc: utc, in: zone, dayStart: dayStart)
    }
  }
}
