import ArgumentParser
import LogStore
import Rendering
import RehabLog

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

  @Argument(help: "The setting.")
  var key: String?

  @Argument(help: "Its new value.")
  var value: String?

  @Flag(name: .customLong("unset"), help: "Go back to the default.")
  var unset = false

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func perform(_ context: Context) throws {
    guard let key else {
      guard !unset else {
        throw InputError("--unset needs a key", hint: "such as 'psoas config day.start --unset'")
      }
      let current = try context.settings(try context.existingLog())
      try result.emit(forms(Setting.all, current, plain: nil), context.style)
      return
    }
    let setting = try Setting.named(key)
    guard value == nil || !unset else {
      throw InputError("a value and --unset together", hint: "use one of them")
    }
    let found = try context.existingLog()
    if value == nil, !unset {
      let current = try context.settings(found)
      try result.emit(
        forms([setting], current, plain: current.value(setting)), context.style)
      return
    }
    let stored = try value.map { try setting.normalise($0) }
    let log = try context.log(found)
    try log.write { try log.set(setting.key, to: stored) }
    let current = try context.settings(log)
    let confirmation = "\(setting.key) = \(current.value(setting))"
    try result.emitConfirmation(forms([setting], current, plain: confirmation), context)
  }

  private func forms(_ settings: [Setting], _ current: Settings, plain: String?) -> ResultForms {
    let sheet = Sheet(
      columns: [
        Sheet.Column("key", "Key"), Sheet.Column("value", "Value"),
        Sheet.Column("isDefault", "Default"), Sheet.Column("help", "What it does"),
      ],
      cells: settings.map {
        [.text($0.key), .text(current.value($0)), .flag(!current.isSet($0)), .text($0.help)]
      })
    return ResultForms(
      text: { style in
        if let plain { return plain + "\n" }
        return settings.map { setting in
          let origin = current.isSet(setting) ? "" : " (default)"
          let head = "\(setting.key) = \(current.value(setting))\(origin)"
          return ([head] + style.wrap(setting.help, indent: 0)).joined(separator: "\n  ") + "\n"
        }.joined()
      },
      markdown: sheet.markdown, csv: sheet.csv, json: sheet.json)
  }
}
