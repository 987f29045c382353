/// A manual page, and its source for `man`.
package struct ManualPage: Sendable {
  /// A word or option with its explanation.
  package struct Item: Sendable {
    /// As typed; a value in angle brackets is set in italics.
    package let label: String
    package let text: String

    package init(_ label: String, text: String) { (self.label, self.text) = (label, text) }
  }

  /// A part of the page.
  package struct Section: Sendable {
    /// Its heading, printed in capitals.
    package let title: String
    /// Paragraphs before the items.
    package var paragraphs: [String] = []
    package var items: [Item] = []
    /// Lines printed unchanged.
    package var examples: [String] = []

    package init(
      _ title: String, paragraphs: [String] = [], items: [Item] = [], examples: [String] = []
    ) {
      self.title = title
      self.paragraphs = paragraphs
      self.items = items
      self.examples = examples
    }
  }

  /// The name of the page, `psoas-report-weekly`.
  package let name: String
  /// What it is about, in lower case without a full stop.
  package let about: String
  /// The date in its footer, `2026-11-20`.
  package let date: String
  /// The program and its version, for the footer.
  package let source: String
  /// How to type the command.
  package let synopsis: String
  /// The rest, in order.
  package let sections: [Section]

  package init(
    name: String, about: String, date: String, source: String, synopsis: String,
    sections: [Section]
  ) {
    self.name = name
    self.about = about
    self.date = date
    self.source = source
    self.synopsis = synopsis
    self.sections = sections
  }

  /// The page in roff with the man macros.
  package var roff: String {
    var lines = [
      ".TH \(ManualPage.plain(name.uppercased())) 1 \"\(date)\" \"\(ManualPage.plain(source))\" "
        + "\"psoas manual\"", ".SH NAME",
      "\(ManualPage.plain(name)) \\- \(ManualPage.plain(about))", ".SH SYNOPSIS",
      ManualPage.line(ManualPage.marked(synopsis)),
    ]
    for section in sections {
      lines.append(".SH \(ManualPage.plain(section.title.uppercased()))")
      for (index, paragraph) in section.paragraphs.enumerated() {
        if index > 0 { lines.append(".PP") }
        lines.append(ManualPage.line(ManualPage.plain(paragraph)))
      }
      for item in section.items {
        lines += [
          ".TP", ManualPage.line(ManualPage.marked(item.label)),
          ManualPage.line(ManualPage.plain(item.text)),
        ]
      }
      if !section.examples.isEmpty {
        lines += [".nf"] + section.examples.map { ManualPage.line(ManualPage.plain($0)) } + [".fi"]
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Text with roff's special characters escaped. Hyphens can be copied into a shell.
  private static func plain(_ text: String) -> String {
    var result = ""
    for letter in text {
      switch letter {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(letter)
      }
    }
    return result
  }

  /// The words of a command in bold, its values in italics.
  private static func marked(_ text: String) -> String {
    var result = ""
    var isValue = false
    var run = ""
    func close() {
      if !run.isEmpty { result += (isValue ? "\\fI" : "\\fB") + plain(run) + "\\fR" }
      run = ""
    }
    for letter in text {
      switch letter {
      case "<":
        close()
        isValue = true
      case ">":
        close()
        isValue = false
      case " ", "[", "]", "|", ",", "/", "…":
        if isValue {
          run.append(letter)
        } else {
          close()
          result.append(letter)
        }
      default: run.append(letter)
      }
    }
    close()
    return result
  }

  /// A line that roff does not take for a request.
  private static func line(_ text: String) -> String { text.hasPrefix(".") ? "\\&" + text : text }
}
