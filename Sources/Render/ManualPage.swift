/// A page of the manual as a value, and as the source that `man` reads.
package struct ManualPage: Sendable {
  /// A word or option with what it is.
  package struct Item: Sendable {
    /// As it is typed; a value in angle brackets is set as one.
    package let label: String
    package let text: String

    package init(_ label: String, _ text: String) { (self.label, self.text) = (label, text) }
  }

  /// A part of the page.
  package struct Section: Sendable {
    /// Its heading, which is set in capitals.
    package let title: String
    /// Paragraphs before the items.
    package var paragraphs: [String] = []
    package var items: [Item] = []
    /// Lines set as they are.
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
  /// What it is about, half a sentence in lower case.
  package let about: String
  /// The day in its footer, `2026-11-20`.
  package let date: String
  /// The program and its version, for the footer.
  package let source: String
  /// How the command is typed.
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

  /// The page in the man macros of roff.
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

  /// Text that means itself in roff. Hyphens are the ones that can be copied into a shell.
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

  /// The words of a command in bold, and its values in italics.
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

  /// A line that does not begin like a request.
  private static func line(_ text: String) -> String { text.hasPrefix(".") ? "\\&" + text : text }
}
