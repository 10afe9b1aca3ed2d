import Domain
import TerminalUI
import Testing

@testable import App

struct MarksTests {
  private let selection = Selection([4, 3, 2, 1, 0])

  @Test func marksAndUnmarks() {
    var marks = Marks()
    marks.toggle(1)
    marks.insert([1, 3])
    #expect(marks.places == [1, 3])
    marks.toggle(1)
    #expect(marks.places == [3])
    #expect(marks.count == 1)
    marks.clear()
    #expect(marks.isEmpty)
  }

  @Test func growsARangeInBothDirections() {
    var (marks, selection) = (Marks(), selection)
    selection.select(2)
    marks.beginRange(at: 2)
    selection.move(by: 1)
    #expect(marks.range(in: selection) == 2...3)
    selection.move(by: -2)
    #expect(marks.range(in: selection) == 1...2)
    marks.settleRange(in: selection)
    #expect(marks.places == [2, 3])
    #expect(marks.range(in: selection) == nil)
  }

  @Test func forgetsARangeWhoseBeginningIsNotShown() {
    var (marks, selection) = (Marks(), selection)
    marks.beginRange(at: 0)
    selection.replace(with: [4, 3])
    marks.settleRange(in: selection)
    #expect(marks.isEmpty)
  }

  @Test func followsFindingsByTheirIdentity() throws {
    let old = try #require(Fixture.findings["ASC 07"])
    let new = Findings(old.records.dropFirst(2).dropLast(10_000))
    var marks = Marks()
    marks.insert([0, 3, old.records.count - 1])
    marks.beginRange(at: 2)
    marks.move(from: old, to: new)
    #expect(marks.places == [1])
    #expect(marks.anchor == 0)
  }
}
