import Core

/// What a setting in a file has to be like to be taken over.
///
/// One whose protocol or version is not here stays as it is, so that nothing is lost on the way. But a
/// file may be from anybody: no key and no value brings in what 'psoas config' would not take.
enum SettingCheck {
  /// Checks a row of the table of settings.
  ///
  /// - Throws: `InputError` with words that follow "the setting".
  static func check(_ row: [ExportValue], _ names: CommandNames) throws {
    guard row.count == 2, case .text(let key) = row[0], case .text(let value) = row[1] else {
      return
    }
    guard !key.isEmpty, key.utf8.count <= 200, key.utf8.allSatisfy(isPlain) else {
      throw InputError("has the key \(quoted(key)), which none can have")
    }
    do {
      if key.hasPrefix(Alias.prefix) {
        _ = try Alias.setting(key, stored: [:], names).normalise(value)
      } else if let setting = Setting.all.first(where: { $0.key == key }) {
        _ = try setting.normalise(value)
      } else if value.unicodeScalars.contains(where: { $0 == "\n" || isHarmful($0) }) {
        throw InputError("there are control characters in it")
      }
    } catch let error as InputError {
      throw InputError("\(quoted(key)) has a value that it cannot have: \(error.message)")
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
