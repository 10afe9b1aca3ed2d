import ArgumentParser
import Domain

/// What `ascheck doctor` found out, section by section.
struct DoctorReport: Sendable {
  /// What becomes of a scan, from the best to the worst.
  enum Ability: String, CaseIterable, Sendable {
    case complete
    case incomplete
    case impossible
  }

  enum Standing: String, Sendable {
    case ok
    case problem
    case unclear
    /// Says something without judging it.
    case neutral
  }

  struct Item: Sendable {
    /// Stable, for programs.
    let name: String
    let standing: Standing
    let label: Text
    let words: Text
    /// What to do about it.
    var next: Text?
    /// For programs.
    var values: Values = [:]
    var ability = Ability.complete

    init(_ standing: Standing, _ name: String, _ label: Text, _ words: Text) {
      self.name = name
      self.standing = standing
      self.label = label
      self.words = words
    }

    func with(next: Text? = nil, values: Values = [:], _ ability: Ability = .complete) -> Self {
      var item = self
      item.next = next
      item.values = values
      item.ability = ability
      return item
    }
  }

  struct Section: Sendable {
    let name: String
    let title: Text
    let items: [Item]
  }

  var sections: [Section]

  var ability: Ability {
    let all = sections.flatMap(\.items).map(\.ability)
    return Ability.allCases.last { all.contains($0) } ?? .complete
  }
}

extension DoctorReport.Ability {
  var exitCode: ExitCode {
    switch self {
    case .complete: .success
    case .incomplete: .alert
    case .impossible: .programFailed
    }
  }

  var words: Text {
    switch self {
    case .complete: Text(en: "A scan can work.", ja: "スキャンできます。")
    case .incomplete:
      Text(
        en: "A scan can work, but will be incomplete.",
        ja: "スキャンできますが、取得できない項目があります。"
      )
    case .impossible: Text(en: "A scan cannot work.", ja: "スキャンできません。")
    }
  }
}

extension Text {
  /// Names and numbers, which are the same in every language.
  init(same text: String) {
    self.init(en: text, ja: text)
  }
}

extension DoctorReport {
  func json(in language: Language) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "ascheck-doctor")
      json.member("version", 1)
      json.member("scan", ability.rawValue)
      json.member("exitCode", Int(ability.exitCode.rawValue))
      json.key("sections")
      json.object { json in
        for section in sections {
          json.key(section.name)
          json.array { json in
            for item in section.items { item.write(to: &json, language) }
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension DoctorReport.Item {
  fileprivate func write(to json: inout JSONWriter, _ language: Language) {
    json.object { json in
      json.member("name", name)
      json.member("status", standing.rawValue)
      json.member("text", words[language])
      json.member("next", next?[language])
      json.member("values", values)
    }
  }
}
