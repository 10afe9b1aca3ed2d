import Domain
import Testing

@testable import App

struct MovementTests {
  @Test func staysWithinTheText() {
    var scroll = Scroll()
    scroll.fit(count: 50, page: 20)
    scroll.move(.pageDown)
    #expect(scroll.visible == 20..<40)
    scroll.move(.last)
    #expect(scroll.visible == 30..<50)
    scroll.move(.halfUp)
    #expect(scroll.top == 20)
    scroll.move(.first)
    #expect(scroll.visible == 0..<20)
  }

  @Test func keepsTheProportionReadWhenTheTextIsLaidOutAnew() {
    var scroll = Scroll()
    scroll.fit(count: 50, page: 20)
    scroll.move(.last)
    scroll.fit(count: 110, page: 10)
    #expect(scroll.visible == 100..<110)
  }

  @Test func showsAShortTextWhole() {
    var scroll = Scroll()
    scroll.fit(count: 3, page: 20)
    scroll.move(.last)
    #expect(scroll.visible == 0..<3)
    #expect(scroll.position(in: .english) == "lines 1-3 of 3  100%")
  }
}
