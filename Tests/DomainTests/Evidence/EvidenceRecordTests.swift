import Domain
import Foundation
import Testing

struct EvidenceRecordTests {
  @Test func tablesAreBoundedWithFlaggedRowsKeptAndTheRestCounted() throws {
    let words = Text(en: "x", ja: "x")
    var evidence = Evidence(summary: words)
    let rows = (0..<1_000).map { number in
      Evidence.Table.Row([Text(en: "\(number)", ja: "\(number)")], isFlagged: number == 999)
    }
    evidence.tables = [Evidence.Table(words, columns: [words], rows: rows)]
    evidence.material = MaterialFacts([
      .init("things"): .items(Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("\($0)", "") }))
    ])
    let record = EvidenceRecord(evidence, gatheredAt: Date(timeIntervalSince1970: 0))
    let table = try #require(record.evidence.tables.first)
    #expect(table.rows.count == EvidenceRecord.rowsKept)
    #expect(table.rows.first?.cells.first?.en == "999")
    #expect(table.omitted == 800)
    #expect(record.evidence.material == evidence.material)
    #expect(EvidenceRecord(record.evidence, gatheredAt: record.gatheredAt) == record)
  }
}
