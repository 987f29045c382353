import App
import Render
import System

/// Questions on a terminal. They go to standard error, so that the result can be piped.
enum Prompt {
  /// Whether there is someone to ask.
  static var isPossible: Bool {
    Descriptor.standardInput.isTerminal && Descriptor.standardError.isTerminal
  }

  /// Asks until the answer is yes or no.
  ///
  /// - Parameter standard: the answer for Enter alone; nil to insist on a letter.
  /// - Throws: ``Failure`` when the input ends.
  static func yesOrNo(_ question: String, style: Style, standard: Bool? = nil) throws -> Bool {
    let choice = standard == nil ? "y/n" : standard == true ? "Y/n" : "y/N"
    while true {
      try OutputStream.messages.write(style.plain("\(question) [\(choice)] "))
      guard let line = readLine() else {
        throw Failure("the questions were not answered", hint: "nothing was stored")
      }
      switch line.lowercased().filter({ !$0.isWhitespace }) {
      case "y", "yes": return true
      case "n", "no": return false
      case "": if let standard { return standard }
      default: break
      }
      try OutputStream.messages.write("please type y or n\n")
    }
  }
}
