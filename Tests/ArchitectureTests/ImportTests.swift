import Testing

/// SwiftPM lets a file import any module that happens to be built, so the arrows need a test.
struct ImportTests {
  /// What each module may import of the others.
  static let allowed: [String: Set<String>] = [
    "CDigest": [],
    "CMemory": [],
    "CResources": [],
    "CTerminal": [],
    "CTransport": [],
    "CXML": [],
    "Domain": ["CDigest"],
    "AWSOperations": ["CXML", "Domain"],
    "AWSClient": ["AWSOperations", "CTransport", "Domain"],
    "Checks": ["AWSOperations", "CResources", "Domain"],
    "Scanner": ["AWSClient", "AWSOperations", "Checks", "Domain"],
    "StateStore": ["Domain"],
    "Reports": ["Checks", "Domain"],
    "Demo": ["AWSClient", "CResources", "Domain"],
    "TerminalUI": ["Domain"],
    "CursesTerminal": ["CTerminal", "Domain", "TerminalUI"],
    "App": ["Checks", "Domain", "Reports", "Scanner", "StateStore", "TerminalUI"],
    "ascheck": [
      "App", "AWSClient", "AWSOperations", "CMemory", "Checks", "CursesTerminal", "Demo", "Domain",
      "Reports", "Scanner", "StateStore", "TerminalUI",
    ],
  ]

  /// Targets below `Tests` that are no tests themselves.
  static let onlyForTests: Set<Substring> = [
    "CursesSpecimen", "KeystrokeBenchmark", "LoadServer", "StateBenchmark", "TestSupport",
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItMay(_ module: String) throws {
    let permitted = try #require(Self.allowed[module])
    for file in try SourceTree.files(below: "Sources/\(module)", ".swift") {
      let strays = imports(in: file).intersection(Self.allowed.keys).subtracting(permitted)
      #expect(strays.isEmpty, "\(file) imports \(strays.sorted())")
    }
  }

  @Test func listsEveryModule() throws {
    #expect(try Set(SourceTree.entries(of: "Sources")) == Set(Self.allowed.keys))
  }

  @Test func thePackageDeclaresTheSameArrows() throws {
    let manifest = try SourceTree.file("Package.swift").lines.map(\.text).joined(separator: "\n")
    let form =
      /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[((?:[^\]]|\n)*)\])?/
    var declared: [String: Set<String>] = [:]
    for match in manifest.matches(of: form) where !Self.onlyForTests.contains(match.1) {
      let names = (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      declared[String(match.1)] = Set(names).intersection(Self.allowed.keys)
    }
    #expect(declared == Self.allowed)
  }

  private func imports(in file: SourceTree.File) -> Set<String> {
    Set(
      file.lines.compactMap { line in
        line.text.firstMatch(of: /^(?:@\w+ )?import (?:\w+ )?(\w+)/).map { String($0.1) }
      }
    )
  }
}
