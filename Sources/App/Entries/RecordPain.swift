import Core
import Render
import Store

/// A request to record a pain rating.
package struct PainRequest {
  package var score: NPRSScore
  package var recall: Recall
  package var sites: [PainSite]
  package var triggers: [String]
  package var woke: Bool
  package var details: EntryDetails

  package init(
    score: NPRSScore, recall: Recall = .now, sites: [PainSite] = [], triggers: [String] = [],
    woke: Bool = false, details: EntryDetails = EntryDetails()
  ) {
    (self.score, self.recall, self.sites) = (score, recall, sites)
    (self.triggers, self.woke, self.details) = (triggers, woke, details)
  }
}

extension Context {
  /// Stores a pain rating.
  package func recordPain(_ request: PainRequest) throws -> EntryConfirmation {
    let found = try existingLog()
    let rating = PainRating(
      id: newID(), moment: try moment(request.details.at, settings: try settings(found)),
      score: request.score, recall: request.recall, sites: request.sites,
      triggers: request.triggers, woke: request.woke, note: request.details.note)
    let log = try log(found)
    return try record(.pain(rating), in: log) {
      try log.insert(rating)
      return rating.recall == .morning && wantsRemarks ? [try remark(on: rating, log)] : []
    }
  }

  /// Says which sessions a morning rating answers.
  private func remark(on rating: PainRating, _ log: LogStore) throws -> String {
    let day = rating.moment.day.adding(-1)
    if let other = try log.morningRating(of: rating.moment.day), other.id != rating.id {
      return MorningRemark.replaced(by: other)
    }
    let sessions = try log.sessions(EntryWindow(since: day, until: day)).reversed()
    return MorningRemark.answering(Array(sessions), of: day)
  }
}
