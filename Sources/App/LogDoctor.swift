import Analytics
import Core
import Store

/// Checks the log file for damage, and repairs it.
package struct LogDoctor {
  package enum Treatment { case repair, accept }

  private let context: Context
  private let doctor: Doctor

  /// - Parameter knowsZone: whether the system knows a time zone of this name.
  package init(_ context: Context, knowsZone: @escaping @Sendable (String) -> Bool) {
    self.context = context
    doctor = Doctor(
      path: context.logPath,
      around: Doctor.Surroundings(
        now: context.now, isDefaultPlace: context.isDefaultPlace, knowsZone: knowsZone))
  }

  /// The findings of a check, after a repair if one was asked for.
  package func report(after treatment: Treatment?) throws -> DoctorReport {
    var repair: RepairReport?
    if let treatment {
      guard try doctor.check() != nil else { throw context.noLog }
      repair = try treatment == .repair ? doctor.repair() : doctor.accept()
    }
    guard let integrity = try doctor.check() else { throw context.noLog }
    return DoctorReport(path: context.logPath, integrity: integrity, repair: repair)
  }

  /// Saves everything that can be read into a new log.
  package func salvage(into file: String) throws -> Salvaged {
    guard let salvaged = try doctor.salvage(into: file) else { throw context.noLog }
    return salvaged
  }
}
