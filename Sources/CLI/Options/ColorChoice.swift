/// When to write escape sequences for colour.
enum ColorChoice: String, NamedChoice {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  case always
  case never

  static let what = "choice of colour"
}
