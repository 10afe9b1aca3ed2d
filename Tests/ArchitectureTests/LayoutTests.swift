import Testing

struct LayoutTests {
  @Test func theTopLevelIsFixed() throws {
    let known: Set = [
      "Package.resolved", "Package.swift", "README.md", "Resources", "Sources", "Tests",
    ]
    let strays = try SourceTree.entries(of: "").filter { !$0.hasPrefix(".") && !known.contains($0) }
    #expect(strays.isEmpty, "\(strays)")
  }

  /// A text that is only in its folder is a text that the program does not have.
  @Test(arguments: ["Resources/Guides", "Resources/Demo"])
  func everyTextIsEmbeddedUnderItsName(_ folder: String) throws {
    let table = try SourceTree.file("Sources/CResources/resources.c").lines.map(\.text)
    let texts = try SourceTree.paths(below: folder).filter { $0.contains(/\.(?:md|txt)$/) }
    #expect(!texts.isEmpty)
    for text in texts {
      let name = text.dropFirst("Resources/".count)
      let entry = table.firstIndex {
        $0.contains("\"\(name.prefix(1).lowercased())\(name.dropFirst())\"")
      }
      let line = try #require(entry, "\(text) is not embedded")
      #expect(table[line + 1].contains("\"../../\(text)\""))
    }
  }
}
