import Analytics
import Core

/// Where protocols disagree, for `psoas protocol compare`.
package struct ProtocolComparison: Tabular {
  private let protocols: [RehabProtocol]
  private let topics: [Topic]

  package init(_ protocols: [RehabProtocol], topics: [Topic]) {
    self.protocols = protocols
    self.topics = topics
  }

  private func stances(_ topic: Topic) -> [(RehabProtocol, RehabProtocol.Stance)] {
    protocols.compactMap { rehabProtocol in
      rehabProtocol.stances.first { $0.topic == topic.id }.map { (rehabProtocol, $0) }
    }
  }

  /// The questions with different answers.
  private var disputed: [Topic] {
    topics.filter { Set(stances($0).map(\.1.answer)).count > 1 }
  }

  private var note: String {
    disputed.isEmpty
      ? "These protocols do not contradict each other on any question that their articles answer."
      : "The articles contradict one another here; this does not say who is right. A protocol that "
        + "is not listed under a question does not answer it."
  }

  package func text(_ style: Style) -> String {
    var text = ""
    for topic in disputed {
      text += style.tint(style.plain(topic.question), tint: .heading) + "\n"
      text += style.labelled(
        stances(topic).map { ("  \($0.0.slug)", "\($0.1.answer): \($0.1.words)") })
      text += "\n"
    }
    return text + style.wrap(style.plain(note), indent: 0).map { $0 + "\n" }.joined()
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("topic", title: "Topic"), Table.Column("asks", title: "Question"),
        Table.Column("protocol", title: "Protocol"), Table.Column("answer", title: "Answer"),
        Table.Column("words", title: "In words"), Table.Column("source", title: "Source"),
      ],
      cells: disputed.flatMap { topic in
        stances(topic).map { rehabProtocol, stance in
          [
            .text(topic.id.text), .text(topic.question), .text(rehabProtocol.slug.text),
            .text(stance.answer), .text(stance.words), .text(rehabProtocol.source),
          ]
        }
      })
  }

  package func markdown() -> String { table.markdown() + "\n\(note)\n" }
  package func json() -> JSON {
    .object([
      ("report", .string("protocols")),
      ("protocols", .array(protocols.map { .string($0.slug.text) })),
      (
        "disagreements",
        .array(
          disputed.map { topic in
            .object([
              ("topic", .string(topic.id.text)), ("asks", .string(topic.question)),
              (
                "answers",
                .array(
                  stances(topic).map { rehabProtocol, stance in
                    .object([
                      ("protocol", .string(rehabProtocol.slug.text)),
                      ("answer", .string(stance.answer)), ("words", .string(stance.words)),
                    ])
                  })
              ),
            ])
          })
      ), ("note", .string(note)),
    ])
  }
}
