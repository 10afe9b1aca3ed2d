import Foundation
import Testing

@testable import AWSOperations

struct JSONAnswerTests {
  private struct Sample: Decodable, Equatable {
    var trailARN: String
    var at: Date?
    var count: Int?
  }

  @Test func namesBeginSmallAndTimesAreSeconds() throws {
    #expect(
      try JSONAnswer.decode(Sample.self, from: answer(#"{"TrailARN":"a","At":1.5,"count":2}"#))
        == Sample(trailARN: "a", at: Date(timeIntervalSince1970: 1.5), count: 2)
    )
  }

  @Test func nullIsAbsent() throws {
    #expect(
      try JSONAnswer.decode(Sample.self, from: answer(#"{"TrailARN":"a","At":null}"#))
        == Sample(trailARN: "a")
    )
  }

  @Test(arguments: [
    ("{}", "the answer without trailARN"),
    (#"{"TrailARN":null}"#, "trailARN is null"),
    (#"{"TrailARN":"a","count":"b"}"#, "count is not Int"),
    ("[]", "the answer is not Dictionary<String, Any>"),
  ])
  func saysWhatIsWrong(body: String, detail: String) {
    #expect(throws: Undecodable(detail)) {
      try JSONAnswer.decode(Sample.self, from: answer(body))
    }
  }

  @Test(arguments: ["", "{", "<xml/>", "{\"TrailARN\":\"\u{1}"])
  func whatIsNoJSONThrows(body: String) {
    #expect(throws: Undecodable.self) {
      try JSONAnswer.decode(Sample.self, from: answer(body))
    }
  }
}
