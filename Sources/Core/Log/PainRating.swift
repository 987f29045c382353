/// One pain rating.
package struct PainRating: Sendable, Equatable {
  /// Its key.
  package let id: EntryID
  /// When the user felt it.
  package let moment: Moment
  package let score: NPRSScore
  /// The period that it is about.
  package let recall: Recall
  /// Where it hurt, sorted; empty if not given.
  package let sites: [PainSite]
  /// What triggered it, in the user's words, sorted; empty if not given.
  package let triggers: [String]
  /// Whether it woke the user from sleep.
  package let woke: Bool
  /// The session it belongs to and how, if any.
  package let session: (id: EntryID, tie: SessionTie)?
  /// The user's note.
  package let note: String?

  package init(
    id: EntryID, moment: Moment, score: NPRSScore, recall: Recall = .now, sites: [PainSite] = [],
    triggers: [String] = [], woke: Bool = false, session: (id: EntryID, tie: SessionTie)? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.moment = moment
    self.score = score
    self.recall = recall
    self.sites = Set(sites).sorted()
    self.triggers = Set(triggers).sorted()
    self.woke = woke
    self.session = session
    self.note = note
  }

  package static func == (left: PainRating, right: PainRating) -> Bool {
    left.id == right.id && left.moment == right.moment && left.score == right.score
      && left.recall == right.recall && left.sites == right.sites
      && left.triggers == right.triggers && left.woke == right.woke && left.note == right.note
      && left.session?.id == right.session?.id && left.session?.tie == right.session?.tie
  }
}

extension EntryField {
  package static let score = EntryField("score")
  package static let recall = EntryField("recall")
  package static let site = EntryField("site")
  package static let trigger = EntryField("trigger")
  package static let woke = EntryField("woke")
}

extension PainRating: EditableEntry {
  static let fields: [EntryField] = [.at, .score, .recall, .site, .trigger, .woke, .note]

  var lines: [(EntryField, [String?])] {
    [
      (.at, [moment.iso8601]), (.score, [score.description]), (.recall, [recall.rawValue]),
      (.site, sites.map(\.description)), (.trigger, triggers), (.woke, [woke ? "yes" : "no"]),
      (.note, EntryText.lines(of: note)),
    ]
  }

  func read(_ edit: FieldReader, by reader: EntryReader) throws -> PainRating {
    PainRating(
      id: id, moment: try reader.at(edit, before: moment),
      score: try edit.needed(.score, value: score) { try NPRSScore($0) },
      recall: try edit.needed(.recall, value: recall) { text in
        guard let recall = Recall(rawValue: text) else {
          let names = Recall.allCases.map(\.rawValue).joined(separator: ", ")
          throw InputError(
            "unknown recall window \(text.quoted)", hint: "choose from \(names)")
        }
        return recall
      },
      sites: try edit.all(.site, values: sites) { try PainSite($0) },
      triggers: try edit.all(.trigger, values: triggers) { try FreeText.trigger($0) },
      woke: try edit.needed(.woke, value: woke) { text in
        guard let woke = ["yes": true, "no": false][text.lowercased()] else {
          throw InputError("'woke' cannot be \(text.quoted)", hint: "write yes or no")
        }
        return woke
      },
      session: session, note: try edit.note(note))
  }
}
