import Testing

@testable import AWSClient

struct ProfileFileTests {
  @Test func keepsTheLineOfEachKey() throws {
    let file = try ProfileFile("# one\n[a]\n\nx = 1\n")
    #expect(file.sections == ["a": ["x": ProfileValue(line: 4, text: "1")]])
  }

  @Test func indentedLinesAreKeysOfTheValueAbove() throws {
    let file = try ProfileFile("[services s]\nec2 =\n  endpoint_url = http://h\n\n  b=c\ns3 = x\n")
    #expect(file.sections["services s"]?["ec2"]?.nested == ["endpoint_url": "http://h", "b": "c"])
    #expect(file.sections["services s"]?["s3"]?.text == "x")
  }

  @Test(arguments: [
    ("x = 1\n", ProfileFileProblem(line: 1, kind: .noSection)),
    ("[a]\nnonsense\n", ProfileFileProblem(line: 2, kind: .noKey)),
    ("[a]\n= 1\n", ProfileFileProblem(line: 2, kind: .noKey)),
    ("[a]\n[b]\n[a]\n", ProfileFileProblem(line: 3, kind: .sectionTwice("a"))),
    ("[a]\nx = 1\nX = 2\n", ProfileFileProblem(line: 3, kind: .keyTwice("x"))),
    ("[a]\ns3 =\n  b\n", ProfileFileProblem(line: 2, kind: .noKey)),
  ])
  func saysInWhichLineItIsWrong(text: String, problem: ProfileFileProblem) {
    #expect(throws: problem) { try ProfileFile(text) }
  }
}
