import Core

/// Checks a setting in a file before it is imported.
///
/// A setting of a protocol or version unknown here is kept unchanged, so that nothing is lost. But a file can
/// come from anyone, so no key and no value gets in that 'psoas config' would refuse.
enum SettingCheck {
  /// Checks a row of the settings table.
  ///
  /// - Throws: `InputError` with words that follow "the setting".
  static func check(_ row: [ExportValue], names: CommandNames) throws {
    guard row.count == 2, case .text(let key) = row[0], case .text(let value) = row[1] else {
      return
    }
    guard !key.isEmpty, key.utf8.count <= 200, key.utf8.allSatisfy(isPlain) else {
      throw InputError("has the key \(key.quoted), which is not a valid one")
    }
    do {
      if key.hasPrefix(Alias.prefix) {
        _ = try Alias.setting(key, stored: [:], names: names).normalise(value)
      } else if let setting = Setting.all.first(where: { $0.key == key }) {
        _ = try setting.normalise(value)
      } else if value.unicodeScalars.contains(where: { $0 == "\n" || $0.isUnsafeToPrint }) {
        throw InputError("there are control characters in it")
      }
    } catch let error as InputError {
      throw InputError("\(key.quoted) has a value that it cannot have: \(error.message)")
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
