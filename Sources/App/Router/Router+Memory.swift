import Domain
import TerminalUI

/// How the screens are left, and as they were left.
extension Router {
  /// How everything is left; open forms count when nobody meant to give them up.
  func saved(withForms: Bool) -> SavedView.Account {
    let memory = currentMemory
    var view = SavedView.Account()
    view.checklist = (stack[0] as? ChecklistScreen)?.saved
    for (row, list) in memory.views { view.lists[row.number] = list }
    view.open = stack.compactMap { SavedView.Place($0) }
    for (row, draft) in drafts { view.drafts[row.number] = draft }
    var exceptions = exceptionDrafts
    if withForms {
      for case let form as AttestScreen in stack { view.drafts[form.row.number] = form.draft }
      for case let form as ExceptScreen in stack { exceptions[form.subject.name] = form.draft }
    }
    view.exceptions = exceptions.isEmpty ? nil : exceptions
    return view
  }

  /// With the lists that are open.
  var currentMemory: FindingsMemory {
    var memory = memory
    for page in stack { (page as? FindingsScreen)?.remember(in: &memory) }
    return memory
  }

  var queries: [String] { currentMemory.history.queries }

  /// Lets everything stand as it was left.
  mutating func restore(_ view: SavedView.Account, _ queries: [String]) {
    memory.history = QueryHistory(queries)
    for (name, list) in view.lists { CheckID(name).map { memory.views[$0] = list } }
    for (name, draft) in view.drafts { CheckID(name).map { drafts[$0] = draft } }
    exceptionDrafts = view.exceptions ?? [:]
    if var checklist = stack[0] as? ChecklistScreen, let saved = view.checklist {
      checklist.saved = saved
      stack[0] = checklist
    }
    for route in view.open.compactMap(\.route) { push(page(for: route)) }
    guard let row = drafts.keys.min() else { return sayExceptionIsKept() }
    say(
      Text(
        en: "what you had typed about \(row) is kept; <a> on the row goes on",
        ja: "\(row) の下書きが残っています。その項目で <a> を押すと続きを書けます"
      )
    )
  }

  private mutating func sayExceptionIsKept() {
    guard !exceptionDrafts.isEmpty else { return }
    say(
      Text(
        en: "the exception you had begun is kept; <x> where you began it goes on",
        ja: "例外の下書きが残っています。同じ場所で <x> を押すと続きを書けます"
      )
    )
  }

  /// Lists and drafts of the account before are none of this one's.
  mutating func turn(to view: SavedView.Account) {
    let queries = queries
    (memory, drafts, exceptionDrafts) = (FindingsMemory(), [:], [:])
    stack[0] = ChecklistScreen()
    _ = stack[0].take(surroundings)
    var view = view
    view.open = []
    restore(view, queries)
  }
}
