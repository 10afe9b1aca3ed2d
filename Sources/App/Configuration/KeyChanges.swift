import Domain
import TerminalUI

/// The keys that somebody has put in place of the program's own.
///
/// Screens know nothing of it: they are given the key that the program would have, and what they
/// say about keys is changed on its way out.
package struct KeyChanges: Equatable, Sendable {
  /// `key.rescan = F6 r`: these keys instead of the usual ones, on every screen with the command.
  struct Line: Equatable, Sendable {
    let number: Int
    let command: String
    let keys: [Key]
  }

  /// What a key means on a page.
  enum Meaning: Equatable {
    case key(Key)
    case global(GlobalCommand)
    /// It was a command's key and is none any more.
    case nothing
  }

  private var keys: [String: [Key]] = [:]

  package init() {}

  var isEmpty: Bool { keys.isEmpty }

  func keys(of command: some Hashable) -> [Key]? {
    isEmpty ? nil : keys[KeyTable.name(of: command)]
  }

  func keys(ofCommandNamed name: String) -> [Key]? {
    keys[name.hasPrefix("read-") ? String(name.dropFirst(5)) : name]
  }

  func meaning(of key: Key, on page: KeyTable) -> Meaning {
    let key = key.folded
    let lines = page.lines + KeyTable.everywhere.lines
    for line in lines where keys[line.command]?.contains(key) ?? false {
      return line.keys.first.map(Meaning.key) ?? line.global.map(Meaning.global) ?? .nothing
    }
    // A key that was freed here may still mean something on every screen.
    let usual = lines.filter { $0.keys.contains(key) }
    if let unchanged = usual.first(where: { keys[$0.command] == nil }) {
      return unchanged.command == usual.first?.command
        ? .key(key) : unchanged.global.map(Meaning.global) ?? .nothing
    }
    return usual.isEmpty ? .key(key) : .nothing
  }

  /// Hints under the keys that are in force on a page.
  func renamed(_ hints: [Footer.Hint], on page: KeyTable, in language: Language) -> [Footer.Hint] {
    guard !isEmpty else { return hints }
    var changed: [Key: Key?] = [:]
    for line in (page.lines + KeyTable.everywhere.lines).reversed() {
      guard let usual = line.keys.first, let keys = keys[line.command] else { continue }
      changed.updateValue(keys.first, forKey: usual)
    }
    return hints.compactMap { hint in
      guard let change = changed[hint.key] else { return hint }
      var hint = hint
      guard let key = change else { return nil }
      hint.rename(key, in: language)
      return hint
    }
  }
}

// MARK: Settling

extension KeyChanges {
  /// Whatever clashes is refused, the later line first, until nothing does.
  static func settled(_ lines: [Line]) -> (KeyChanges, [Configuration.Fault]) {
    var faults: [Configuration.Fault] = []
    var kept = lines.filter { line in
      let fault = line.fault
      if let fault { faults.append(.init(line: line.number, text: fault)) }
      return fault == nil
    }
    while let clash = clash(among: kept) {
      faults.append(clash.fault)
      kept.removeAll { $0.number == clash.fault.line }
    }
    return (KeyChanges(kept), faults)
  }

  private init(_ lines: [Line]) {
    for line in lines { keys[line.command] = line.keys }
  }

  private struct Clash {
    let fault: Configuration.Fault
  }

  /// One key for two commands on one page.
  private static func clash(among lines: [Line]) -> Clash? {
    let changes = KeyChanges(lines)
    for page in KeyTable.pages {
      var owners: [Key: String] = [:]
      for line in page.lines + KeyTable.everywhere.lines {
        for key in changes.keys[line.command] ?? line.keys {
          guard let owner = owners[key], owner != line.command else {
            owners[key] = line.command
            continue
          }
          let culprits = lines.filter { [owner, line.command].contains($0.command) }
          guard let last = culprits.max(by: { $0.number < $1.number }) else { continue }
          return Clash(fault: last.fault(key, [owner, line.command], page.page))
        }
      }
    }
    return nil
  }
}

extension KeyChanges.Line {
  /// What is wrong with the line whatever the others say.
  fileprivate var fault: Text? {
    let tables = KeyTable.pages + [KeyTable.everywhere]
    guard tables.contains(where: { $0.lines.contains { $0.command == command } }) else {
      return Text(
        en: "no command is called \(command); <?> lists them",
        ja: "「\(command)」という操作はありません。? の一覧で確認できます"
      )
    }
    if keys.isEmpty { return Text(en: "name one key or more", ja: "キーを1つ以上書いてください") }
    guard let taken = keys.first(where: { [.control("z"), .control("l")].contains($0) }) else {
      return nil
    }
    let name = taken.label
    return Text(en: "\(name.en) is the terminal's own", ja: "\(name.ja) は変更できません")
  }

  fileprivate func fault(_ key: Key, _ commands: [String], _ page: Text) -> Configuration.Fault {
    let (key, other) = (key.label, commands.first { $0 != command } ?? command)
    return Configuration.Fault(
      line: number,
      text: Text(
        en: "\(key.en) cannot mean both \(command) and \(other) (\(page.en)); usual keys kept",
        ja: "\(key.ja) が \(command) と \(other) で重複しています (\(page.ja))。\(command) は既定のキーのままです"
      )
    )
  }
}
