import ArgumentParser
import Domain
import Reports
import StateStore

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Text(
      en: "Find out whether what people decided is as it was written.",
      ja: "評価や例外の記録が改変されていないか検証する"
    ),
    discussion: Text(
      en: """
        Every entry carries the digest of the one before, so an edited, removed or moved entry is \
        found and named. The last digest stands for all of it: note it elsewhere, and --noted \
        finds even a log that was written anew as a whole.

        Exit status: 0 as it was written; 1 not so; 70 the file cannot be read.
        """,
      ja: """
        各記録は1つ前の記録のダイジェストを含むので、編集、削除、移動された記録を特定できる。最\
        後のダイジェストは記録全体を代表する。別の場所に控えて --noted で渡すと、記録全体が作り\
        直された場合も検出できる。

        終了コード: 0 改変なし、1 改変あり、70 ファイルを読めない。
        """
    )
  )

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      en: "A digest that must be in the log.",
      ja: "記録に含まれるはずのダイジェスト",
      valueName: "digest"
    )
  )
  var noted: String?

  @Option(help: .format)
  var format: ReportFormat = .text

  func run() async throws {
    try await Program.run(common) { program in
      let logs = try program.store.verify().filter { common.account ?? $0.key == $0.key }
        .sorted { $0.key < $1.key }
      let isNoted =
        noted.map { noted in logs.contains { $0.value.digests.contains(noted) } } ?? true
      switch format {
      case .text: write(logs, isNoted, program)
      case .json: program.console.print(Self.json(logs, isNoted))
      }
      return isNoted && logs.allSatisfy(\.value.faults.isEmpty) ? .success : .alert
    }
  }

  private func write(
    _ logs: [(key: AccountID, value: LogVerification)],
    _ isNoted: Bool,
    _ program: Program
  ) {
    if logs.isEmpty {
      let words = Text(en: "nobody has decided anything yet", ja: "評価や例外の記録はまだありません")
      program.console.print(words[program.language])
    }
    for (account, log) in logs {
      program.console.print(Self.words(account, log)[program.language])
      for fault in log.faults { program.console.print("  \(fault.words[program.language])") }
    }
    guard !isNoted else { return }
    let words = Text(
      en: "no log holds the digest that was noted: it was written anew",
      ja: "控えのダイジェストが記録にありません。記録全体が作り直されています"
    )
    program.console.print(words[program.language])
  }

  private static func words(_ account: AccountID, _ log: LogVerification) -> Text {
    let verdict =
      log.faults.isEmpty
      ? Text(en: "as it was written", ja: "改変なし")
      : Text(en: "not as it was written", ja: "改変あり")
    let migrated =
      log.migrated == 0
      ? Text(en: "", ja: "")
      : Text(
        en: "; \(log.migrated) from a format without digests",
        ja: "、うち\(log.migrated)件はダイジェストのない旧形式から移行"
      )
    return Text(
      en: "\(account.grouped)  \(verdict.en)  \(log.count) entries\(migrated.en)  \(log.digest)",
      ja: "\(account.grouped)  \(verdict.ja)  記録\(log.count)件\(migrated.ja)  \(log.digest)"
    )
  }

  /// `{"isWhole":true,"accounts":[{"account":"…","entries":3,"migrated":1,"digest":"…",
  /// "faults":["entry 2 (…) was edited"]}]}`.
  private static func json(
    _ logs: [(key: AccountID, value: LogVerification)],
    _ isNoted: Bool
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("isWhole")
      json.value(isNoted && logs.allSatisfy(\.value.faults.isEmpty))
      json.key("accounts")
      json.array { json in
        for (account, log) in logs {
          json.object { json in
            json.member("account", account.digits)
            json.member("entries", log.count)
            json.member("migrated", log.migrated)
            json.member("digest", log.digest)
            json.key("faults")
            json.array { json in
              for fault in log.faults { json.value(fault.words.en) }
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
