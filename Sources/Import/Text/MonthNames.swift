/// The names of months in English, German, French, Spanish, Italian, Portuguese and Dutch, in full or
/// abbreviated as in Unicode's CLDR. No name means different months in two languages.
enum MonthNames {
  /// The number of a month's name in lower case, 1 to 12; a point at its end is ignored.
  static func month(_ word: Substring) -> Int? {
    table[word.last == "." ? word.dropLast() : word]
  }

  /// The names of each month, January first.
  private static let names = [
    "january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar février févr fév febrero febbraio fevereiro fev februari",
    "march mar märz mär mrz mars marzo março maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août agosto ago augustus",
    "september sep sept septembre septiembre setiembre set settembre setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
  ]

  private static let table: [Substring: Int] = {
    var table: [Substring: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[name] = index + 1 }
    }
    return table
  }()
}
