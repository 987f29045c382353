import Core
import Store

/// Settings with their values.
package struct SettingsReport {
  package let settings: [Setting]
  package let values: Settings
}

extension Context {
  /// All settings.
  package func settingsReport() throws -> SettingsReport {
    let found = try existingLog()
    return SettingsReport(settings: try allSettings(found), values: try settings(found))
  }

  /// One setting.
  package func settingsReport(of key: String) throws -> SettingsReport {
    let found = try existingLog()
    let (setting, current) = (try setting(key, in: found), try settings(found))
    if key.hasPrefix(Alias.prefix), !current.isSet(setting) {
      throw Failure(
        "there is no alias \(String(key.dropFirst(Alias.prefix.count)).quoted)",
        hint: "make it with a command in quotes, such as 'psoas config \(key) \"report weekly\"'")
    }
    return SettingsReport(settings: [setting], values: current)
  }

  /// Changes a setting; nil restores its default.
  package func set(_ key: String, to value: String?) throws -> SettingsReport {
    let found = try existingLog()
    let setting = try setting(key, in: found)
    let stored = try value.map { try setting.normalise($0) }
    let changed = try settings(found).with(setting.key, set: stored)
    try changed.check()
    let log = try log(found)
    try log.write(commandRecord) { try log.set(setting.key, to: stored) }
    return SettingsReport(settings: [setting], values: changed)
  }

  private func setting(_ key: String, in log: LogStore?) throws -> Setting {
    if let setting = Setting.all.first(where: { $0.key == key }) { return setting }
    if key.hasPrefix(Alias.prefix) {
      return try Alias.setting(key, stored: try log?.settings() ?? [:], names: commandNames)
    }
    return try Setting.named(key, among: try allSettings(log))
  }

  private func allSettings(_ log: LogStore?) throws -> [Setting] {
    try Setting.every(
      try settings(log), catalogue: try wholeCatalogue(log), stored: try log?.settings() ?? [:],
      names: commandNames)
  }
}
