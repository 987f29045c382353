import Core

/// Slugs and titles from names.
extension NameResolver {
  /// A name as a title, cut to the longest allowed.
  static func title(_ name: String, longest: Int = 200) -> String {
    var title = ""
    for letter in name {
      guard title.utf8.count + letter.utf8.count <= longest else { break }
      title.append(letter)
    }
    return title.isEmpty ? "imported" : title
  }

  /// A slug from a name: its letters and digits, with hyphens for the rest.
  static func slug(_ name: String) -> Slug {
    var text = ""
    for letter in name.lowercased() {
      if letter.isASCII, letter.isLetter || letter.isNumber {
        text.append(letter)
      } else if let plain = plainLetters[letter] {
        text += plain
      } else if apostrophes.contains(letter) {
        continue
      } else if !text.isEmpty, text.last != "-" {
        text.append("-")
      }
    }
    var short = text.prefix(40)
    while short.last == "-" { short.removeLast() }
    return Slug(stored: short.isEmpty ? "imported" : String(short))
  }

  private static let apostrophes: Set<Character> = ["'", "\u{2019}", "`"]

  private static let plainLetters: [Character: String] = {
    let pairs = [
      ("à á â ã å ā", "a"), ("ä æ", "ae"), ("ç č ć", "c"), ("è é ê ë ē ě", "e"),
      ("ì í î ï ī", "i"), ("ñ ń", "n"), ("ò ó ô õ ø ō", "o"), ("ö œ", "oe"), ("š ś", "s"),
      ("ß", "ss"), ("ù ú û ū ů", "u"), ("ü", "ue"), ("ý ÿ", "y"), ("ž ź ż", "z"), ("ł", "l"),
    ]
    var letters: [Character: String] = [:]
    for (accented, plain) in pairs {
      for letter in accented where letter != " " { letters[letter] = plain }
    }
    return letters
  }()
}
