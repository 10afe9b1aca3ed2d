import Domain
import TerminalUI

/// A screen of this product.
///
/// The router keeps a stack of them, gives the topmost the keys, and carries out the steps it asks
/// for.
package protocol Page: Screen where Effect == Step {
  /// What the help calls it.
  static var name: Text { get }

  /// What is around it, once that is known.
  var surroundings: Surroundings? { get }
  /// Takes in what is around it: at the start, and whenever that changes.
  ///
  /// Says so when something else came under the cursor because of it.
  mutating func take(_ surroundings: Surroundings) -> Text?
  /// Whether a text field has the keys.
  var isTyping: Bool { get }
  /// Uses a key for typing, and says whether it did.
  mutating func typed(_ key: Key) -> Bool
  mutating func pasted(_ text: String)
  /// Whether leaving would lose what somebody typed.
  var isDirty: Bool { get }
  /// Whether keys of every screen do nothing now, because a field or a menu has them all.
  var hidesGlobalKeys: Bool { get }
  /// What somebody wants to edit in a program of their own.
  var textToEdit: String? { get }
  /// Takes what was edited; `nil` when it stays as it was.
  mutating func edited(_ text: String?)
  /// What has come to be asked for outside of a command; it is handed over once.
  mutating func takeErrands() -> [Step]
  /// Whether the screen below it stays in sight.
  var isPopup: Bool { get }
  /// Goes to the item or line with a number; false where nothing is numbered so.
  mutating func go(to number: Int) -> Bool
  /// Shows what has these words; false where nothing can be narrowed.
  mutating func narrow(to words: String) -> Bool
  /// Puts the cursor on what is drawn in a line of the screen.
  mutating func click(row: Int) -> Click
  /// Scrolls by lines, as a wheel does.
  mutating func roll(by lines: Int)
  /// The last line that a notice may cover: what can best be done without for a while.
  func noticeRow(height: Int) -> Int
  /// The decision under the cursor, if one stands there.
  var standing: StandingDecision? { get }
  /// What `:write` puts into a file; `nil` where nothing is listed.
  var written: Writing.Rows? { get }
  /// Whether it is filled in and handed over, so that nothing else is changed meanwhile.
  var isForm: Bool { get }
  /// What the keys do just now.
  func hints(in language: Language) -> [Footer.Hint]
}

extension Page {
  package var surroundings: Surroundings? { nil }
  package var isTyping: Bool { false }
  package var isDirty: Bool { false }
  package var hidesGlobalKeys: Bool { isTyping }
  package var isPopup: Bool { false }
  package var standing: StandingDecision? { nil }
  package var isForm: Bool { false }
  package var written: Writing.Rows? { nil }
  package mutating func go(to number: Int) -> Bool { false }
  package mutating func narrow(to words: String) -> Bool { false }
  package mutating func click(row: Int) -> Click { .nothing }
  package mutating func roll(by lines: Int) {}
  package func noticeRow(height: Int) -> Int { height - 2 }

  package mutating func typed(_ key: Key) -> Bool { false }
  package mutating func pasted(_ text: String) {}
  package var textToEdit: String? { nil }
  package mutating func edited(_ text: String?) {}
  package mutating func takeErrands() -> [Step] { [] }

  package func hints(in language: Language) -> [Footer.Hint] { ownHints(in: language) }

  /// Hints of what can be done now.
  package func ownHints(in language: Language) -> [Footer.Hint] {
    Self.keymap.filter { refusal(of: $0.command) == nil }.compactMap { $0.hint(in: language) }
  }

  /// Carries out what the key is bound to; `nil` when that is nothing.
  package mutating func answer(to key: Key) -> [Step]? {
    guard let binding = Self.keymap.first(where: { $0.keys.contains(key) }) else { return nil }
    if let refusal = refusal(of: binding.command) { return [.say(refusal)] }
    return update(binding.command).map { [$0] } ?? []
  }

  /// What can be asked for here, for the help and the command line.
  package var entries: [Entry] {
    Self.keymap.compactMap { binding in
      binding.keys.first.map {
        Entry(binding, refusal: refusal(of: binding.command), step: .press($0))
      }
    }
  }
}

/// What a screen sees of the rest of the program.
package struct Surroundings: Sendable {
  package var board: Board
  package var width: Int
  package var height: Int
  package var language: Language
  /// What was said so far, the latest last.
  package var notices: [Notice] = []
  /// `nil` where there is but one account, as in the demo.
  package var accounts: AccountDirectory?
  package var keys = KeyChanges()
  /// What can be taken back.
  package var acts = Acts()
  /// Filters that have a name.
  package var filters: [Configuration.SavedFilter] = []
  package var mouse = Switch.off
  /// Whether the terminal can show nothing but ASCII.
  package var isASCIIOnly = false

  package init(board: Board, width: Int, height: Int, language: Language) {
    self.board = board
    self.width = width
    self.height = height
    self.language = language
  }
}

/// What a screen asks of the router, and the router of the session.
package indirect enum Step: Equatable, Sendable {
  case open(Route)
  case close
  /// Closes this screen and does something on the one below.
  case instead(Step)
  case press(Key)
  case perform(GlobalCommand)
  /// To the item or line with a number, as in `:42`.
  case goTo(Int)
  /// Narrows the list to what a saved filter says.
  case narrow(String)
  case say(Text)
  case ask(Question)
  case rescan([CheckID])
  /// Looks again at one finding of a row, and at nothing else.
  case rescanFinding(CheckID, Finding)
  case rescanAll
  /// Reads a row's facts with the part that costs money.
  case pay(CheckID)
  case cancel(CheckID)
  case cancelAll
  case record(AttestationDraft)
  case decide(Decision)
  /// Takes back what was decided last, or does it again.
  case reverse(Direction)
  case dismissProblem
  case arrange(Arrangement)
  /// Counts what an exception would cover.
  case count(CoverageCount)
  case copy(Copying)
  /// Puts the rows of this screen into a file.
  case write(WriteRequest)
  case writeRows(Writing)
  /// Shows an address in a browser.
  case browse(String)
  case show(Language)
  case mouse(Switch)
  case readProfiles
  /// What was typed as an MFA code; without one the sign-in is given up.
  case answerCode(Int, String?)
  /// Shows another account, and a row of it, and scans by another profile from now on.
  case use(AccountChoice, row: CheckID?)
  /// Out of the program, unless something would be lost.
  case leave
  case quit
}

/// Where a screen can lead.
package enum Route: Equatable, Sendable {
  case item(CheckID)
  case findings(CheckID)
  case finding(CheckID, FindingList)
  /// Several rows are answered with the same words; a renewal begins with the last ones.
  case attest(CheckID, others: [CheckID] = [], isRenewal: Bool = false)
  /// Of the account without a row.
  case history(CheckID?)
  /// What moved between two scans, by their numbers; in one row where one is named.
  case difference(CheckID?, from: Int, to: Int)
  case except(ExceptScreen.Subject)
  case record(CheckID, FindingRecord)
  /// Lines for the terminal's own selection.
  case plainText([String])
  case guide(CheckID)
}

/// Something that is done only after a yes.
package struct Question: Equatable, Sendable {
  package let text: Text
  /// What a yes does, in two or three words.
  package let yes: Text
  package let step: Step

  package init(_ text: Text, yes: Text, step: Step) {
    self.text = text
    self.yes = yes
    self.step = step
  }
}
