import AWSClient
import ArgumentParser
import Checks
import Demo
import Domain
import FoundationEssentials
import Glibc
import Reports
import StateStore
import TerminalUI

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: Text(
      en: "Try everything on an account inside the program.",
      ja: "内蔵のデモ用アカウントで全機能を試す"
    ),
    discussion: Text(
      en: """
        It answers on the wire as AWS does, without a network and without credentials. What you do \
        is kept in a temporary file that goes when you leave, unless --state names one.

        Where there is no terminal, the account is scanned and the report printed.
        """,
      ja: """
        AWS と同じ応答を返すアカウントなので、ネットワークも認証情報も要らない。操作の結果は一時\
        ファイルに保存し、終了時に削除する。--state を指定すると残る。

        端末がなければ、スキャンして結果を出力する。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ScreenOptions

  @Option(
    help: ArgumentHelp(
      en: "So many more findings, up to 1,000,000, to see lists of that length.",
      ja: "長い一覧を試すために追加する検出の件数。1,000,000まで",
      valueName: "number"
    )
  )
  var findings = 0

  @Option(
    help: ArgumentHelp(
      en: "Begins at this time, as 2026-06-11T01:42:00Z, to show the same dates every time.",
      ja: "開始時刻 (例: 2026-06-11T01:42:00Z)。毎回同じ日時を表示させるときに指定する",
      valueName: "time"
    )
  )
  var clock: Moment?

  @Option(
    help: ArgumentHelp(
      en: "How to print where there is no terminal: text or json.",
      ja: "端末がない場合の出力形式"
    )
  )
  var format: ReportFormat = .text

  func run() async throws {
    let folder = try common.state == nil ? TemporaryFolder() : nil
    defer { folder?.remove() }
    var options = common
    options.state = options.state ?? folder?.path("state.json")
    try await Program.run(options) { program in
      guard (0...1_000_000).contains(findings) else { throw Failure.tooManyFindings }
      var program = program
      let wallClock = wallClock
      program.now = wallClock.now
      let state = try Self.seeded(program)
      let access = Access.demo(clock: wallClock, findings: findings)
      guard program.console.isInteractive else {
        return try await ScanCommand.report(Catalog.checks, access, program, format, color.colors)
      }
      var review = InteractiveReview(
        program: program,
        state: state,
        label: "demo",
        greeting: DemoAccount.guideLine,
        access: { access }
      )
      review.isReadOnly = color.readOnly ?? false
      return try await review.run(color)
    }
  }

  /// The system's clock, set so that it began at the time that was asked for.
  private var wallClock: WallClock {
    guard let clock else { return .system }
    let ahead = clock.start(in: .local()).timeIntervalSince(Date())
    var wallClock = WallClock.system
    wallClock.now = { Date().addingTimeInterval(ahead) }
    return wallClock
  }

  /// The demo account has been reviewed before: every state of a manual row occurs.
  private static func seeded(_ program: Program) throws -> State {
    var state = try program.store.load()
    guard state.accounts[DemoAccount.account] == nil else { return state }
    for attestation in DemoAccount.attestations(now: program.now()) {
      state = try program.store.record(attestation, in: DemoAccount.account, .aws)
    }
    return state
  }
}

extension Failure {
  fileprivate static let tooManyFindings = Failure(
    Text(en: "so many findings cannot be made", ja: "その件数の検出は作成できません"),
    hint: Text(
      en: "--findings takes a number up to 1,000,000.",
      ja: "--findings には 1,000,000 までの数を指定してください。"
    ),
    exitCode: .usage
  )
}

/// A folder that goes when the program ends.
private struct TemporaryFolder {
  private let folder: String

  init() throws {
    var template = Array("/tmp/ascheck-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let detail = String(cString: strerror(errno))
      throw Failure(
        Text(
          en: "no temporary folder can be made under /tmp: \(detail)",
          ja: "/tmp に一時フォルダーを作成できません: \(detail)"
        ),
        hint: Text(en: "Name a file with --state.", ja: "--state でファイルを指定してください。")
      )
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func remove() {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      // What is left in /tmp is the demo's, and the system's to clear away.
    }
  }
}
