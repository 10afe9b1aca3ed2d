import Domain
import FoundationEssentials

/// How the screen was left: apart from the state, and of no weight for it.
///
/// Only what was typed and not yet recorded is more than comfort. The file may be deleted at any
/// time.
package struct SavedView: Codable, Equatable, Sendable {
  /// By the account's digits.
  package var accounts: [String: Account] = [:]
  /// What was looked for in lists of findings, the latest first.
  package var queries: [String] = []

  package struct Account: Codable, Equatable, Sendable {
    var checklist: Checklist?
    /// By the row's name.
    var lists: [String: FindingsMemory.View] = [:]
    /// The screens over the checklist, the topmost last.
    var open: [Place] = []
    var drafts: [String: FormDraft] = [:]
    /// By what the exceptions are about; files of earlier versions have none.
    var exceptions: [String: ExceptionDraft]?
  }

  struct Checklist: Codable, Equatable {
    var cursor: String?
    var words: String
    var scope: ListFilter.Scope
    var preview: ChecklistLayout.Preview
  }

  /// A screen that can be opened again by the name of its row alone.
  struct Place: Codable, Equatable {
    enum Screen: String, Codable {
      case item, findings, guide
    }

    var screen: Screen
    var row: String
  }

  package init() {}

  /// Reads a file's bytes; one that is damaged counts as none.
  package init(reading bytes: [UInt8]) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch {
      self.init()
    }
  }

  /// As a file has it.
  package func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return Array(try encoder.encode(self))
  }
}

/// An evaluation as somebody has typed it so far.
package struct FormDraft: Codable, Equatable, Sendable {
  var outcome: String?
  var note: String
  var link: String
  var reviewer: String
  var date: String
}

/// An exception as somebody has typed it so far.
package struct ExceptionDraft: Codable, Equatable, Sendable {
  var kind: ExceptScreen.Kind
  /// By the field's name.
  var fields: [String: String]
}

extension SavedView.Place {
  init?(_ page: any Page) {
    switch page {
    case let page as ItemScreen: self.init(screen: .item, row: page.id.number)
    case let page as FindingsScreen: self.init(screen: .findings, row: page.row.number)
    case let page as GuideScreen: self.init(screen: .guide, row: page.id.number)
    default: return nil
    }
  }

  var route: Route? {
    guard let row = CheckID(row) else { return nil }
    return switch screen {
    case .item: .item(row)
    case .findings: .findings(row)
    case .guide: .guide(row)
    }
  }
}
