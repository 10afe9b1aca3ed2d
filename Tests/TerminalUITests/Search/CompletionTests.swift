import TerminalUI
import Testing

struct CompletionTests {
  private let fields = ["region", "reason", "state"]
  private let regions = ["ap-northeast-1", "ap-south-1", "us-east-1"]

  private func completion(of query: String) -> Completion? {
    Completion(of: query, fields: fields) { field in
      field == "region" ? regions : field == "state" ? ["not evaluated", "ok"] : []
    }
  }

  @Test(arguments: [
    ("sta", "state:"), ("gp3 sta", "gp3 state:"), ("!sta", "!state:"),
    ("region:us", "region:us-east-1 "), ("REGION:US", "region:us-east-1 "),
    ("gp3 !region:us", "gp3 !region:us-east-1 "), ("state:n", "state:\"not evaluated\" "),
    ("state:\"n", "state:\"not evaluated\" "),
  ])
  func completesTheLastWord(query: String, whole: String) {
    #expect(completion(of: query)?.text == whole)
  }

  @Test(arguments: ["zzz", "region:zz", "tag:a", "reason:x"])
  func hasNothingToOffer(query: String) {
    #expect(completion(of: query) == nil)
  }

  @Test func goesThroughTheCandidates() {
    var completion = completion(of: "region:ap")
    #expect(completion?.place == "1/2")
    completion?.advance()
    #expect(completion?.text == "region:ap-south-1 ")
    completion?.advance()
    #expect(completion?.text == "region:ap-northeast-1 ")
    #expect(self.completion(of: "st")?.place == nil)
  }
}
