import Testing

@testable import Import

/// Names of months in seven languages.
@Suite struct MonthNamesTests {
  static let languages = [
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "januari februari maart april mei juni juli augustus september oktober november december",
  ]

  @Test(arguments: languages) func everyMonth(_ names: String) {
    #expect(names.split(separator: " ").map(MonthNames.month) == Array(1...12))
  }
}
