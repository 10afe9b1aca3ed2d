import TerminalUI
import Testing

struct SelectionTests {
  @Test func movesWithinTheList() {
    var selection = Selection(Array(1...30), height: 10)
    #expect(selection.id == 1)
    selection.move(.previous)
    #expect(selection.id == 1)
    selection.move(.next)
    #expect(selection.id == 2)
    selection.move(.halfPageDown)
    #expect(selection.id == 7)
    selection.move(.pageDown)
    #expect(selection.id == 16)
    selection.move(.last)
    #expect(selection.id == 30)
    selection.move(.next)
    #expect(selection.id == 30)
    selection.move(.pageUp)
    #expect(selection.id == 21)
    selection.move(.halfPageUp)
    #expect(selection.id == 16)
    selection.move(.first)
    #expect(selection.id == 1)
  }

  @Test func followsItsItem() {
    var selection = Selection(["a", "b", "c", "d"])
    selection.select("c")
    #expect(selection.replace(with: ["d", "c", "x", "a"]) == nil)
    #expect(selection.id == "c")
    #expect(selection.index == 1)
    #expect(selection.select("gone") == false)
    #expect(selection.id == "c")
  }

  @Test func goesToTheNearestFollowingItemWhenItsOwnIsGone() {
    var selection = Selection(["a", "b", "c", "d", "e"])
    selection.select("c")
    #expect(selection.replace(with: ["a", "b", "e"]) == "c")
    #expect(selection.id == "e")
    #expect(selection.replace(with: ["a", "b"]) == "e")
    #expect(selection.id == "b")
    #expect(selection.replace(with: ["x", "y"]) == "b")
    #expect(selection.id == "y")
    #expect(selection.replace(with: []) == "y")
    #expect(selection.id == nil)
    #expect(selection.replace(with: ["z"]) == nil)
    #expect(selection.id == "z")
  }

  @Test func findsTheNearestItemHoweverFar() {
    for step in [2, 100, 3_000] {
      var selection = Selection(Array(0..<5_000))
      selection.select(1)
      selection.replace(with: stride(from: step, to: 5_000, by: step).reversed())
      #expect(selection.id == step)
      selection.replace(with: [0])
      #expect(selection.id == 0)
    }
  }

  @Test func scrollsOnlyAsFarAsItMust() {
    var selection = Selection(Array(0..<100), height: 10)
    selection.move(by: 12)
    #expect(selection.visible(height: 10) == 3..<13)
    selection.move(by: -5)
    #expect(selection.visible(height: 10) == 3..<13)
    selection.move(by: -5)
    #expect(selection.visible(height: 10) == 2..<12)
    selection.move(.last)
    #expect(selection.visible(height: 10) == 90..<100)
  }

  @Test func keepsTheItemVisibleWhenTheScreenChanges() {
    var selection = Selection(Array(0..<100), height: 20)
    selection.move(by: 19)
    #expect(selection.visible(height: 5) == 15..<20)
    selection.height = 5
    #expect(selection.visible(height: 5) == 15..<20)
    selection.height = 200
    #expect(selection.visible(height: 200) == 0..<100)
    #expect(selection.visible(height: 0).isEmpty)
    #expect(Selection<Int>().visible(height: 9).isEmpty)
  }

  @Test func staysInPlaceOnScreenThroughARefresh() {
    var selection = Selection(Array(0..<100), height: 10)
    selection.move(by: 50)
    #expect(selection.visible(height: 10) == 41..<51)
    selection.replace(with: Array(-20..<100))
    #expect(selection.visible(height: 10) == 61..<71)
    #expect(selection.id == 50)
  }

  @Test func rollsUnderTheCursor() {
    var selection = Selection(Array(1...30), height: 10)
    selection.select(5)
    selection.roll(by: 3)
    #expect(selection.visible(height: 10) == 3..<13)
    #expect(selection.id == 5)
    selection.roll(by: 3)
    #expect(selection.id == 7)
    selection.roll(by: 100)
    #expect(selection.visible(height: 10) == 20..<30)
    #expect(selection.id == 21)
    selection.roll(by: -100)
    #expect(selection.id == 10)
    var short = Selection([1, 2], height: 10)
    short.roll(by: 3)
    #expect(short.visible(height: 10) == 0..<2)
  }

  @Test func tellsAClickFromASecondOne() {
    var selection = Selection(Array(1...30), height: 10)
    selection.roll(by: 3)
    #expect(selection.click(line: 4) == .item)
    #expect(selection.id == 8)
    #expect(selection.click(line: 4) == .selectedItem)
    #expect(selection.click(line: -1) == .nothing)
    #expect(selection.click(line: 10) == .nothing)
    #expect(selection.id == 8)
  }
}
