import Domain
import FoundationEssentials

extension ExceptionsFile {
  /// All exceptions of an account's log, as this program reads them again.
  package static func text(of record: AccountRecord) -> String {
    let head = [
      "# Exceptions of ascheck: what is accepted, by whom, why and until when.",
      "# One without an id is new; it gets one when it is imported.",
      "# What is on record never changes: for another end, add",
      "# [[exception.renewal]] with until, person and reason below it.",
      "version = \(version)",
      "account = \(quoted(record.account.digits))",
    ]
    let tables = record.log.suppressions.map { lines(of: $0).joined(separator: "\n") }
    return ([head.joined(separator: "\n")] + tables).joined(separator: "\n\n") + "\n"
  }

  /// Puts the text in the file's place, whole or not at all.
  package static func write(_ text: String, to path: String) throws(ExceptionsFileError) {
    let files = FileSystem.live
    do throws(FileSystem.Failure) {
      let target = try files.target(of: path)
      try files.replace(target, with: Array(text.utf8), try files.mode(target) ?? 0o644)
    } catch {
      throw .unwritable(path: path, detail: error.words)
    }
  }

  private static func lines(of suppression: Suppression) -> [String] {
    var lines = ["[[exception]]", "id = \(quoted(suppression.id))"]
    if case .pattern(let pattern) = suppression.scope {
      if let row = pattern.row { lines.append("row = \(quoted(row.description))") }
      if let region = pattern.region { lines.append("region = \(quoted(region.name))") }
      if let resource = pattern.resource { lines.append("resource = \(quoted(resource.text))") }
    }
    if case .regions(let regions) = suppression.scope {
      let names = regions.map(\.name).joined(separator: " ")
      lines.append("out-of-scope = \(quoted(names))")
    }
    lines += [
      "reason = \(quoted(suppression.reason))",
      "person = \(quoted(suppression.person))",
      "recorded = \(Timestamp.text(suppression.recordedAt))",
      "until = \(Timestamp.text(suppression.until))",
    ]
    if case .findings(let targets) = suppression.scope {
      lines += targets.flatMap { target in
        [
          "[[exception.finding]]",
          "id = \(quoted(target.finding))",
          "row = \(quoted(target.row.description))",
          "resource = \(quoted(target.resource))",
        ]
      }
    }
    lines += suppression.renewals.flatMap { renewal in
      ["[[exception.renewal]]"] + act(renewal.id, renewal.person, renewal.reason)
        + [
          "recorded = \(Timestamp.text(renewal.recordedAt))",
          "until = \(Timestamp.text(renewal.until))",
        ]
    }
    if let ending = suppression.ending {
      lines += ["[exception.ended]"] + act(ending.id, ending.person, ending.reason)
      lines.append("recorded = \(Timestamp.text(ending.recordedAt))")
    }
    return lines
  }

  private static func act(_ id: String, _ person: String, _ reason: String) -> [String] {
    ["id = \(quoted(id))", "person = \(quoted(person))"]
      + (reason.isEmpty ? [] : ["reason = \(quoted(reason))"])
  }

  /// As a basic string, in which only what must be is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 32 || scalar.value == 127:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
