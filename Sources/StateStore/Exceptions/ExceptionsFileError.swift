import Domain

/// Why a file of exceptions cannot be read or written; nothing is imported then.
package enum ExceptionsFileError: Error, Hashable, Sendable {
  case unreadable(path: String, detail: String)
  case unwritable(path: String, detail: String)
  /// What is wrong in one line, and what to do about it.
  case wrong(path: String, line: Int, problem: Text, hint: Text)

  package var problem: Text {
    switch self {
    case .unreadable(let path, let detail):
      Text(en: "\(path) cannot be read: \(detail)", ja: "\(path) を読み込めません: \(detail)")
    case .unwritable(let path, let detail):
      Text(en: "\(path) cannot be written: \(detail)", ja: "\(path) に書き込めません: \(detail)")
    case .wrong(let path, let line, let problem, _):
      Text(en: "\(path), line \(line): \(problem.en)", ja: "\(path) \(line)行目: \(problem.ja)")
    }
  }

  package var hint: Text {
    switch self {
    case .unreadable, .unwritable:
      Text(
        en: "Check the path and its permissions.",
        ja: "パスとアクセス権を確認してください。"
      )
    case .wrong(_, _, _, let hint): hint
    }
  }
}

/// What is wrong in one line of a file that is not named yet.
struct ExceptionsFault: Error, Hashable {
  let line: Int
  let problem: Text
  let hint: Text

  init(_ line: Int, _ problem: Text, hint: Text) {
    self.line = line
    self.problem = problem
    self.hint = hint
  }

  init(_ line: Int, _ refusal: LogRefusal) {
    self.init(line, refusal.problem, hint: refusal.hint)
  }
}

extension ExceptionsFault {
  init(_ fault: TOMLFault) {
    self.init(fault.line, fault.kind.problem, hint: fault.kind.hint)
  }
}

extension TOMLFault.Kind {
  fileprivate var problem: Text {
    switch self {
    case .notUnderstood: Text(en: "this line is not understood", ja: "この行を解釈できません")
    case .noValue(let key): Text(en: "\(key) has no value", ja: "\(key) の値がありません")
    case .doubleKey(let key):
      Text(en: "\(key) stands here twice", ja: "\(key) が重複しています")
    case .unendedString: Text(en: "the string does not end", ja: "文字列が閉じていません")
    case .severalLines:
      Text(en: "a string of several lines is not read", ja: "複数行の文字列は読み込めません")
    case .escape(let text):
      Text(en: "\(text) stands for nothing", ja: "\(text) というエスケープはありません")
    case .control:
      Text(en: "the string has a control character", ja: "文字列に制御文字があります")
    case .notADate(let text): Text(en: "\(text) is no date", ja: "\(text) は日付ではありません")
    case .list: Text(en: "lists and inline tables are not read", ja: "配列とインライン表は読み込めません")
    case .number(let text):
      Text(en: "\(text) is no value that is read here", ja: "\(text) は読み込める値ではありません")
    case .afterwards:
      Text(en: "something follows the value", ja: "値の後に余分な文字があります")
    }
  }

  fileprivate var hint: Text {
    switch self {
    case .notUnderstood:
      Text(
        en: "Write [[exception]] or key = \"value\"; a comment begins with #.",
        ja: "[[exception]] か key = \"値\" の形で書いてください。コメントは # で始めます。"
      )
    case .noValue, .number, .list:
      Text(
        en: "Write a string in quotes, or a date such as 2026-09-30.",
        ja: "引用符で囲んだ文字列か、2026-09-30 のような日付を書いてください。"
      )
    case .doubleKey: Text(en: "Take one of them out.", ja: "どちらかを削除してください。")
    case .unendedString: Text(en: "End it with the quote it began with.", ja: "同じ引用符で閉じてください。")
    case .severalLines, .control:
      Text(en: "Write \\n for a new line in \"...\".", ja: "改行は \"...\" の中に \\n と書いてください。")
    case .escape:
      Text(
        en: "Write \\\\ for a backslash, or put the text in single quotes.",
        ja: "バックスラッシュは \\\\ と書くか、'...' で囲んでください。"
      )
    case .notADate:
      Text(
        en: "Write a day as 2026-09-30, or an instant in UTC as 2026-09-30T15:00:00Z.",
        ja: "日付は 2026-09-30、時刻は UTC で 2026-09-30T15:00:00Z のように書いてください。"
      )
    case .afterwards: Text(en: "A comment begins with #.", ja: "コメントは # で始めてください。")
    }
  }
}
