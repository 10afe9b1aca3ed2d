import Checks
import Domain

/// Evidence beside a manual row, as every JSON report writes it.
extension JSONWriter {
  /// `isStale` says that facts have moved which put the latest answer in question.
  mutating func value(_ record: EvidenceRecord, _ judgement: Judgement) {
    let evidence = record.evidence
    object { json in
      json.member("gatheredAt", record.gatheredAt)
      json.key("isStale")
      json.value(judgement.isStale)
      json.member("summary", evidence.summary)
      json.member("alertsAtOnce", evidence.alertsAtOnce)
      json.member("flags", evidence.flags)
      json.key("notVisible")
      json.array { json in
        for gap in evidence.notVisible { json.value(gap) }
      }
      json.member("factsDigest", evidence.material.digest)
    }
  }

  /// The rest of what the command for one row's evidence prints.
  mutating func details(of evidence: Evidence) {
    key("lines")
    array { json in
      for line in evidence.lines {
        json.object { json in
          json.member("label", line.label)
          json.member("value", line.value)
        }
      }
    }
    key("tables")
    array { json in
      for table in evidence.tables { json.value(table) }
    }
    key("facts")
    literal(String(decoding: evidence.material.canonicalJSON, as: UTF8.self))
  }

  /// What moved, then and now.
  mutating func member(_ key: String, _ difference: MaterialDifference?) {
    self.key(key)
    array { json in
      for change in difference?.rows ?? [] {
        json.object { json in
          json.member("label", change.label)
          json.member("item", change.item)
          json.member("region", change.region?.name)
          json.member("then", change.then)
          json.member("now", change.now)
          json.member("change", change.change.rawValue)
          json.key("isMaterial")
          json.value(change.isMaterial)
        }
      }
    }
  }

  private mutating func member(_ key: String, _ texts: [Text]) {
    self.key(key)
    array { json in
      for text in texts { json.value(text) }
    }
  }

  private mutating func value(_ text: Text) {
    object { json in
      for language in Language.allCases { json.member(language.rawValue, text[language]) }
    }
  }

  private mutating func value(_ gap: Evidence.NotVisible) {
    object { json in
      json.member("action", gap.action.name)
      json.member("cause", gap.cause.rawValue)
      json.key("regions")
      json.array { json in
        for region in gap.regions { json.value(region.name) }
      }
    }
  }

  private mutating func value(_ table: Evidence.Table) {
    object { json in
      json.member("title", table.title)
      json.member("columns", table.columns)
      json.key("rows")
      json.array { json in
        for row in table.rows {
          json.object { json in
            json.member("cells", row.cells)
            json.key("isFlagged")
            json.value(row.isFlagged)
          }
        }
      }
      json.member("omitted", table.omitted)
    }
  }
}
