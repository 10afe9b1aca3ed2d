import Domain
import FoundationEssentials

/// A file of exceptions that people keep in git and review: `exceptions.toml`.
///
/// It holds all that the log says of exceptions, with their renewals and ends, so that it can make
/// a lost state whole again. Written by hand, an exception needs a scope, a reason, a person and an
/// end; what it is not given, an id and a date, it gets when it is imported, the id out of what it
/// says, so that importing it again changes nothing. What is on record never changes: another end
/// is another `[[exception.renewal]]`.
package struct ExceptionsFile: Sendable {
  static let version = 1

  /// Turns a day, such as `2026-09-30`, into the first second after it.
  package typealias EndOfDay = @Sendable (String) -> Date?

  let account: (id: AccountID, line: Int)?
  let exceptions: [ExceptionTable]

  /// The file at a path; throws its first wrong line.
  package init(path: String) throws(ExceptionsFileError) {
    let bytes: [UInt8]?
    do throws(FileSystem.Failure) {
      bytes = try FileSystem.live.read(path)
    } catch {
      throw .unreadable(path: path, detail: error.words)
    }
    guard let bytes else { throw .unreadable(path: path, detail: FileSystem.Failure.absent.words) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, detail: "UTF-8")
    }
    do throws(ExceptionsFault) {
      self = try Self(text)
    } catch {
      throw .wrong(path: path, line: error.line, problem: error.problem, hint: error.hint)
    }
  }

  /// What it adds to an account's log, in its order.
  package func entries(
    for record: AccountRecord,
    now: Date,
    endOfDay: @escaping EndOfDay,
    path: String
  ) throws(ExceptionsFileError) -> [LogEntry] {
    do throws(ExceptionsFault) {
      return try entries(for: record, now: now, endOfDay: endOfDay)
    } catch {
      throw .wrong(path: path, line: error.line, problem: error.problem, hint: error.hint)
    }
  }

  func entries(
    for record: AccountRecord,
    now: Date,
    endOfDay: @escaping EndOfDay
  ) throws(ExceptionsFault) -> [LogEntry] {
    if let account, account.id != record.account {
      throw ExceptionsFault(
        account.line,
        Text(
          en: "the file is about account \(account.id.digits)",
          ja: "アカウント \(account.id.digits) のファイルです"
        ),
        hint: Text(
          en: "Import it with --account \(account.id.digits), or mend the line.",
          ja: "--account \(account.id.digits) を指定するか、この行を直してください。"
        )
      )
    }
    var entry = ExceptionsImport(log: record.log, now: now, endOfDay: endOfDay)
    for exception in exceptions { try entry.take(exception) }
    return entry.entries
  }
}

extension FileSystem.Failure {
  static let absent = Self(code: 2)
}

extension ExceptionsFile {
  init(_ text: String) throws(ExceptionsFault) {
    let reader: TOMLReader
    do throws(TOMLFault) {
      reader = try TOMLReader(text)
    } catch {
      throw ExceptionsFault(error)
    }
    var account: (AccountID, Int)?
    var exceptions: [ExceptionTable] = []
    for table in reader.tables {
      let fields = ExceptionFields(table)
      switch (table.name, table.isElement) {
      case ("", false): account = try Self.head(fields)
      case ("exception", true): exceptions.append(try ExceptionTable(fields))
      default:
        guard !exceptions.isEmpty else { throw Self.misplaced(table) }
        try exceptions[exceptions.count - 1].take(fields, orElse: Self.misplaced(table))
      }
    }
    self.account = account
    self.exceptions = exceptions
  }

  private static func head(
    _ fields: ExceptionFields
  ) throws(ExceptionsFault) -> (AccountID, Int)? {
    try fields.allow(["version", "account"])
    if let entry = fields.table.entries["version"], entry.value != .integer(version) {
      throw ExceptionsFault(
        entry.line,
        Text(en: "this version is not known here", ja: "対応していない版のファイルです"),
        hint: Text(en: "Write version = \(version).", ja: "version = \(version) としてください。")
      )
    }
    guard let digits = try fields.string("account") else { return nil }
    let isAccount = digits.utf8.count == 12 && digits.allSatisfy(\.isWholeNumber)
    guard isAccount else {
      throw fields.fault(
        "account",
        Text(en: "\(digits) is no account", ja: "\(digits) はアカウントIDではありません"),
        hint: Text(en: "Write its 12 digits.", ja: "12桁の数字で書いてください。")
      )
    }
    return (AccountID(digits), fields.line(of: "account"))
  }

  private static func misplaced(_ table: TOMLReader.Table) -> ExceptionsFault {
    ExceptionsFault(
      table.line,
      Text(en: "[\(table.name)] has no place here", ja: "[\(table.name)] はここに書けません"),
      hint: Text(
        en: "There are [[exception]] and below it [[exception.finding]], "
          + "[[exception.renewal]] and [exception.ended].",
        ja: "書けるのは [[exception]] と、その下の [[exception.finding]]、"
          + "[[exception.renewal]]、[exception.ended] です。"
      )
    )
  }
}
