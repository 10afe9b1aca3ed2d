import Domain
import FoundationEssentials
import TerminalUI

/// The stack of screens, and who gets a key.
///
/// A question comes first, then what is being typed into, then the topmost screen's keys, then
/// those of every screen.
package struct Router: Sendable {
  /// Below this the screens have no room, and a notice says so.
  package static let smallest = (width: 40, height: 10)

  /// A key pressed this soon after something else came under the cursor was meant for the other.
  static let reactionTime = 0.3

  private(set) var stack: [any Page & Sendable] = [ChecklistScreen()]
  private(set) var question: Question?
  private(set) var notice: Notice?
  private var surroundings: Surroundings
  private var isTooSmall = false
  private var changedAt: Date?

  package init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    take(surroundings)
  }

  package var isDirty: Bool { stack.contains { $0.isDirty } }
  var top: any Page & Sendable { stack[stack.count - 1] }

  package mutating func take(_ surroundings: Surroundings) {
    isTooSmall =
      surroundings.width < Self.smallest.width || surroundings.height < Self.smallest.height
    self.surroundings = surroundings
    // Screens lay themselves out in sizes they were made for, shown or not.
    self.surroundings.width = max(Self.smallest.width, surroundings.width)
    self.surroundings.height = max(Self.smallest.height, surroundings.height)
    for index in stack.indices {
      guard let change = stack[index].take(self.surroundings), index == stack.count - 1 else {
        continue
      }
      say(change)
      changedAt = surroundings.board.now
    }
  }

  /// What a key asks of the session.
  package mutating func press(_ key: Key) -> [Step] {
    if notice?.isOld(at: surroundings.board.now) ?? false { notice = nil }
    if let question { return answer(question, with: key) }
    let last = stack.count - 1
    if !isTooSmall, stack[last].typed(key) { return [] }
    let own = isTooSmall ? nil : stack[last].answer(to: key.folded)
    let steps = own ?? globalSteps(for: key.folded) ?? [.say(Notice.unused(key, in: top))]
    return steps.flatMap { follow($0) }
  }

  package mutating func paste(_ text: String) {
    guard top.isTyping else {
      return say(Text(en: "text can be pasted into fields only", ja: "貼り付けは入力欄で使えます"))
    }
    stack[stack.count - 1].pasted(text)
  }

  package mutating func say(_ text: Text) {
    notice = Notice(text: text, since: surroundings.board.now)
  }

  package mutating func ask(_ question: Question) {
    self.question = question
  }

  /// Closes the form of a row whose attestation has been written down; otherwise it goes on.
  package mutating func settleForm(of row: CheckID, isWritten: Bool) {
    guard let index = stack.lastIndex(where: { ($0 as? AttestScreen)?.row == row }),
      var form = stack[index] as? AttestScreen
    else { return }
    form.resume()
    stack[index] = form
    if isWritten { stack.remove(at: index) }
  }

  /// Carries out what the router can; the rest is for the session.
  private mutating func follow(_ step: Step) -> [Step] {
    switch step {
    case .open(let route): push(Self.page(for: route))
    case .close where stack.count > 1: stack.removeLast()
    case .close: return [.leave]
    case .say(let text): say(text)
    case .ask(let question): ask(question)
    case .rescan, .cancel, .record:
      guard isTooEarly else { return [step] }
      say(Notice.held)
    case .rescanAll, .openURL, .cancelAll, .dismissProblem, .switchLanguage, .leave, .quit:
      return [step]
    }
    return []
  }

  private var isTooEarly: Bool {
    guard let changedAt else { return false }
    return surroundings.board.now.timeIntervalSince(changedAt) < Self.reactionTime
  }

  private static func page(for route: Route) -> any Page & Sendable {
    switch route {
    case .item(let row): ItemScreen(row)
    case .findings(let row): FindingsScreen(row)
    case .finding(let row, let list): FindingScreen(row, list)
    case .attest(let row): AttestScreen(row)
    case .guide(let row): GuideScreen(row)
    }
  }

  private mutating func push(_ page: any Page & Sendable) {
    stack.append(page)
    _ = stack[stack.count - 1].take(surroundings)
  }

  private mutating func answer(_ question: Question, with key: Key) -> [Step] {
    self.question = nil
    let isYes = ["y", "Y", .control("c")].contains(key.folded)
    return isYes ? follow(question.step) : []
  }

  private mutating func globalSteps(for key: Key) -> [Step]? {
    guard let command = GlobalCommand.keymap.first(where: { $0.keys.contains(key) })?.command
    else { return nil }
    switch command {
    case .cancelAll: return [.cancelAll]
    case .switchLanguage: return [.switchLanguage]
    case .out where stack.count == 1: return [.say(Notice.root)]
    case .back, .out: return [top.isDirty ? .ask(.discard(then: .close)) : .close]
    case .leave: return [.leave]
    case .help where top is HelpScreen: return [.close]
    case .help:
      push(HelpScreen(of: top))
      return []
    }
  }
}
