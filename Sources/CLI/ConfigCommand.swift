import ArgumentParser
import Core
import Render
import Store

/// `psoas config`: shows and changes settings.
struct ConfigCommand: PsoasCommand {
  static let configuration = CommandConfiguration.leaf(
    commandName: "config",
    abstract: "Show or change settings.",
    usage: "psoas config [<key> [<value>]] [--unset] [<options>]",
    discussion: """
      Without a key, all settings are shown with their values.

      Example: psoas config day.start 05:00
      Example: psoas config day.start --unset
      """)

  // Unrecognised words are taken too, since a value may be a negative number.
  @Argument(parsing: .allUnrecognized, help: "The setting and its new value.")
  var words: [String] = []

  @Flag(name: .customLong("unset"), help: "Go back to the default.")
  var unset = false

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    let words = try positionals(words, of: "psoas config")
    guard words.count <= 2 else {
      throw InputError(
        "\(words.count) words were given", hint: "give a setting and one value, in quotes")
    }
    let (key, value) = (words.first, words.count > 1 ? words[1] : nil)
    let found = try context.existingLog()
    let current = try context.settings(found)
    guard let key else {
      guard !unset else {
        throw InputError("--unset needs a key", hint: "such as 'psoas config day.start --unset'")
      }
      try result.emit(
        SettingList(settings: try all(context, found), current: current), context.style)
      return
    }
    let setting = try setting(key, context, found)
    if value == nil, key.hasPrefix(Alias.prefix), !current.isSet(setting) {
      throw Failure(
        "there is no alias \(quoted(String(key.dropFirst(Alias.prefix.count))))",
        hint: "make it with a command in quotes, such as 'psoas config \(key) \"report weekly\"'")
    }
    guard value == nil || !unset else {
      throw InputError("a value and --unset together", hint: "use one of them")
    }
    if value == nil, !unset {
      try result.emit(
        SettingList(settings: [setting], current: current, message: current.value(setting)),
        context.style)
      return
    }
    let stored = try value.map { try setting.normalise($0) }
    try current.with(setting.key, stored).check()
    let log = try context.log(found)
    try log.write(context.commandRecord) { try log.set(setting.key, to: stored) }
    let changed = current.with(setting.key, stored)
    let confirmation = "\(setting.key) = \(changed.value(setting))"
    try result.emitConfirmation(
      SettingList(settings: [setting], current: changed, message: confirmation), context)
  }

  private func setting(_ key: String, _ context: Context, _ log: LogStore?) throws -> Setting {
    if let setting = Setting.all.first(where: { $0.key == key }) { return setting }
    if key.hasPrefix(Alias.prefix) { return try Alias.setting(key, try log?.settings() ?? [:]) }
    return try Setting.named(key, among: try all(context, log))
  }

  private func all(_ context: Context, _ log: LogStore?) throws -> [Setting] {
    try Setting.every(
      try context.settings(log), try context.wholeCatalogue(log), stored: try log?.settings() ?? [:]
    )
  }
}

/// Settings with their values, or a plain message about one of them.
private struct SettingList: Tabular {
  let settings: [Setting]
  let current: Settings
  var message: String?

  var table: Table {
    Table(
      columns: [
        Table.Column("key", "Key"), Table.Column("value", "Value"),
        Table.Column("isDefault", "Default"), Table.Column("help", "What it does"),
      ],
      cells: settings.map {
        [.text($0.key), .text(current.value($0)), .flag(!current.isSet($0)), .text($0.help)]
      })
  }

  /// Each setting with what it does below it; the numbers of one sentence stand together above it.
  func text(_ style: Style) -> String {
    if let message { return message + "\n" }
    let narrow = Style(width: style.width - 2, unicode: style.unicode, colour: false)
    return settings.indices.map { index in
      let setting = settings[index]
      let origin = current.isSet(setting) ? "" : " (default)"
      let line = "\(setting.key) = \(current.value(setting))\(origin)"
      let head = style.wrap(line).map { $0 + "\n" }.joined()
      if index + 1 < settings.count, settings[index + 1].help == setting.help { return head }
      let help = narrow.wrap(style.plain(setting.help), indent: 0)
      return head + help.map { "  \($0)\n" }.joined()
    }.joined()
  }
}
