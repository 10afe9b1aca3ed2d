import Testing

/// How long things may get.
struct LimitTests {
  @Test func filesStopAt400Lines() throws {
    for file in try SourceTree.files(below: "Sources", ".swift", ".c", ".h") {
      // A file ends with a line feed, after which there is no line.
      #expect(file.lines.count - 1 <= 400, "\(file)")
    }
  }

  @Test func functionsStopAt40Lines() throws {
    for file in try SourceTree.files(below: "Sources", ".swift", ".c") {
      for function in functions(in: file) {
        #expect(function.count <= 40, "\(file):\(function.lowerBound) has \(function.count) lines")
      }
    }
  }

  @Test func linesStopAt100Columns() throws {
    for folder in ["Sources", "Tests"] {
      for file in try SourceTree.files(below: folder, ".swift", ".c", ".h", ".py") {
        for line in file.lines where line.isLongerThan(100) && !line.isAllowed {
          Issue.record("\(file):\(line.number) has \(line.text.count) columns")
        }
      }
    }
  }

  @Test func foldersStopAt20Files() throws {
    for folder in ["Sources", "Resources"] {
      let folders = try SourceTree.paths(below: folder).map { $0.split(separator: "/").dropLast() }
      for (path, count) in Dictionary(folders.map { ($0, 1) }, uniquingKeysWith: +) {
        #expect(count <= 20, "\(path.joined(separator: "/")) has \(count) entries")
      }
    }
  }

  @Test func measuresAFunctionFromItsFirstLineToItsLast() {
    let text = """
      struct A {
        func short() { 1 }
        func long(
          _ a: Int
        ) -> Int {
          a
        }
        var value: Int {
          2
        }
        var stored = 3
      }
      protocol B {
        func open()
      }
      """
    let lines = text.split(separator: "\n").enumerated().map {
      SourceTree.Line(number: $0.offset + 1, text: String($0.element))
    }
    #expect(functions(in: .init(path: "A.swift", lines: lines)) == [2...2, 3...7, 8...10])
  }

  /// The lines of each function, by indentation, which the formatter keeps.
  private func functions(in file: SourceTree.File) -> [ClosedRange<Int>] {
    let declaration = declaration(in: file)
    return file.lines.indices.filter { !file.lines[$0].isAllowed }.compactMap { first in
      let line = file.lines[first].text
      let indent = line.prefix { $0 == " " }
      guard line.contains("(") || line.hasSuffix("{"), line.contains(declaration) else {
        return nil
      }
      if line.contains(/\{.*\}$/) { return first + 1...first + 1 }
      var open = first
      while !file.lines[open].text.hasSuffix("{") {
        open += 1
        guard open < file.lines.endIndex, continues(file.lines[open].text, indent) else {
          return nil
        }
      }
      let last = file.lines[open...].firstIndex { $0.text.hasPrefix("\(indent)}") }
      return last.map { first + 1...$0 + 1 }
    }
  }

  private func declaration(in file: SourceTree.File) -> Regex<Substring> {
    file.path.hasSuffix(".c")
      ? /^[a-z].*\w\(.*$/
      : #/
        ^\ *(?:@\w+(?:\(.*?\))?\ |[a-z]+(?:\(set\))?\ )*
        (?:func\ |init[?(<]|deinit\ |subscript|var\ \w+:\ [^=]*\{$).*
        /#
  }

  /// A declaration goes on in deeper lines, and in one that closes its parentheses.
  private func continues(_ line: String, _ indent: Substring) -> Bool {
    line.hasPrefix("\(indent) ") || line.hasPrefix("\(indent))") || line.hasPrefix("\(indent){")
  }
}
