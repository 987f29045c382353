import App
import ArgumentParser
import Core
import Render

/// `psoas config`: shows and changes settings.
struct ConfigCommand: PsoasCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or change settings.",
    usage: "psoas config [<key> [<value>]] [--unset] [<options>]",
    discussion: """
      Without a key, all settings are shown with their values.

      Example: psoas config day.start 05:00
      Example: psoas config day.start --unset
      """)

  // Unrecognised words are accepted too, since a value may be a negative number.
  @Argument(
    parsing: .allUnrecognized, help: "The setting and its new value.",
    completion: .first { try $0.settings() })
  var words: [String] = []

  @Flag(name: .customLong("unset"), help: "Go back to the default.")
  var unset = false

  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform(_ context: Context, to output: ResultWriter) throws {
    let words = try positionals(words)
    guard words.count <= 2 else {
      throw InputError(
        "\(words.count) words were given", hint: "give a setting and one value, in quotes")
    }
    guard let key = words.first else {
      guard !unset else {
        throw InputError("--unset needs a key", hint: "such as 'psoas config day.start --unset'")
      }
      return try output.show(SettingList(try context.settingsReport()))
    }
    let value = words.count > 1 ? words[1] : nil
    guard value == nil || !unset else {
      throw InputError("a value and --unset together", hint: "use one of them")
    }
    guard value != nil || unset else {
      let report = try context.settingsReport(of: key)
      return try output.show(
        SettingList(report, message: report.values.value(report.settings[0])))
    }
    let report = try context.set(key, to: value)
    let message = "\(report.settings[0].key) = \(report.values.value(report.settings[0]))"
    try output.confirm(SettingList(report, message: message))
  }
}

/// Settings with their values, or a plain message about one of them.
private struct SettingList: Tabular {
  private let settings: [Setting]
  private let current: Settings
  private let message: String?

  init(_ report: SettingsReport, message: String? = nil) {
    (settings, current, self.message) = (report.settings, report.values, message)
  }

  var table: Table {
    Table(
      columns: [
        Table.Column("key", title: "Key"), Table.Column("value", title: "Value"),
        Table.Column("isDefault", title: "Default"), Table.Column("help", title: "What it does"),
      ],
      cells: settings.map {
        [.text($0.key), .text(current.value($0)), .flag(!current.isSet($0)), .text($0.help)]
      })
  }

  /// Each setting with its description below it; numbers from the same sentence are grouped under that
  /// sentence.
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
