import TerminalUI
import Testing

struct ColumnTests {
  private let index = SearchIndex(
    ["vol-1 us-east-1 ja", "vol-2 ap-northeast-1", "vol-3 us-east-1", "us-east-1 vol-4"],
    columns: [
      "region": Column(
        of: ["us-east-1", "ap-northeast-1", "us-east-1", "global"],
        text: { $0 == "global" ? "global グローバル" : $0 },
        completion: { $0 }
      ),
      "id": Column(["vol-1", "vol-2", "vol-3", "vol-4"]),
    ]
  )

  private func rows(_ query: String) -> [Int]? {
    index.rows(matching: FilterQuery(query, fields: ["region", "id"]))
  }

  @Test(arguments: [
    ("region:us", [0, 2]), ("!region:us", [1, 3]), ("region:グローバル", [3]), ("region:ｇｌｏｂａｌ", [3]),
    ("region:us vol-3", [2]), ("us-east", [0, 2, 3]), ("region:", [0, 1, 2, 3]),
    ("id:vol-2", [1]), ("region:us !id:3", [0]), ("region:\"us-\"", [0, 2]), ("region:zz", []),
    ("region:us /vol-[34]/", [2]), ("REGION:AP", [1]), ("\"region:us\"", []),
  ])
  func looksAtOneField(query: String, expected: [Int]) {
    #expect(rows(query) == expected)
  }

  @Test func takesAColonForTextWhereThereIsNoSuchField() {
    #expect(
      SearchIndex(["arn:aws:s3"]).rows(matching: FilterQuery("arn:aws", fields: ["id"])) == [0]
    )
  }

  @Test func offersEachValueOnce() {
    #expect(index.completions(of: "region") == ["ap-northeast-1", "global", "us-east-1"])
    #expect(index.completions(of: "nothing") == [])
  }
}
