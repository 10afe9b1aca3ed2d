import Domain
import FoundationEssentials
import Scanner
import StateStore

/// What effects report to the session.
package enum Message: Sendable {
  case scan(Run, ScanNews)
  /// A scan ended and was written down.
  case finished(Run, State)
  /// One finding was looked at again; where that changed the state, it follows.
  case rescanned(Run, Rescanned)
  /// A scan ended whole, but could not be written down: its results live until the program ends.
  case unsaved(Run, Problem)
  case failed(Run, Problem)
  case cancelled(Run)
  /// Another program changed the state.
  case state(State)
  case stateUnreadable(Problem)
  case findings(AccountID, [CheckID: Findings])
  case findingsUnreadable(Problem)
  case arranged(Arrangement.Outcome)
  case counted(CoverageCount, Int)
  case copied(Copied)
  case browsed(Browsed)
  case codeWanted(CodeQuestion)
  /// Somebody gave the scan up that waited for it.
  case codeNotWanted(Int)
  case profiles([ProfileListing])
  case profilesUnreadable(Problem)
  case attested(CheckID, State)
  case decided(Decision, State)
  /// It could not be written down.
  case undecided(Problem)
  case attestationFailed(CheckID, Problem)
  /// What is typed would not outlive the program.
  case viewUnsaved(Problem)
}

/// A scan's number, to tell several apart.
package struct Run: Hashable, Sendable {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }
}

/// What a running scan tells, ready for the screen.
package enum ScanNews: Sendable {
  case identified(AccountID, Partition)
  case regions(Int)
  case started(CheckID)
  case progress(CheckID, Progress)
  case judged(CheckID, RowSummary, Findings)
  case gathered(CheckID, EvidenceRecord)
  case throttled(Int)
  /// How many calls were made so far.
  case calls(Int)
}

/// What went wrong, and what to do about it, in a line each.
package struct Problem: Error, Hashable, Sendable {
  package let text: Text
  package let hint: Text

  package init(_ text: Text, hint: Text) {
    self.text = text
    self.hint = hint
  }
}

/// What the attestation screen hands over to be written down.
package struct AttestationDraft: Hashable, Sendable {
  package var row: CheckID
  /// Of rows that the same words answer.
  package var others: [AttestationDraft] = []
  package var outcome: Attestation.Outcome
  package var note: String
  package var reviewer: String
  package var link: String?
  package var attestedAt: Date
  /// What was shown beside the question.
  package var facts: MaterialFacts?
}

extension Problem {
  /// What went wrong, and what to do, in one notice.
  var words: Text {
    Text(en: "\(text.en.capitalizedAtStart). \(hint.en)", ja: "\(text.ja)。\(hint.ja)")
  }
}

extension String {
  /// As a sentence begins, unless it begins with a name such as a file's.
  fileprivate var capitalizedAtStart: String {
    let word = prefix { $0 != " " }
    return word.allSatisfy(\.isLetter) ? prefix(1).uppercased() + dropFirst() : self
  }
}
