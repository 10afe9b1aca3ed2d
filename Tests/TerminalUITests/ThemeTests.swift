import TerminalUI
import Testing

struct ThemeTests {
  @Test func obeysNoColorUnlessToldOtherwise() {
    #expect(Theme(.auto, noColor: nil, terminalHasColors: true) == .colored)
    #expect(Theme(.auto, noColor: "", terminalHasColors: true) == .colored)
    #expect(Theme(.auto, noColor: "1", terminalHasColors: true) == .mono)
    #expect(Theme(.always, noColor: "1", terminalHasColors: true) == .colored)
    #expect(Theme(.always, noColor: nil, terminalHasColors: false) == .mono)
    #expect(Theme(.never, noColor: nil, terminalHasColors: true) == .mono)
  }

  @Test func colorsByRole() {
    #expect(Theme.colored.appearance(of: Style(.bad, bold: true)).color == .red)
    #expect(Theme.colored.appearance(of: Style(.bad, bold: true)).isBold)
    #expect(Theme.colored.appearance(of: .plain).color == .standard)
  }

  @Test func makesYellowBold() {
    #expect(Theme.colored.appearance(of: Style(.caution)).isBold)
  }

  @Test func takesColorFromReverse() {
    #expect(Theme.colored.appearance(of: Style(.bad, reversed: true)).color == .standard)
  }

  @Test func saysItWithoutColor() {
    let mono = Theme.mono
    #expect(
      mono.appearance(of: Style(.bad, bold: true))
        == mono.appearance(of: Style(bold: true, reversed: true))
    )
    #expect(
      mono.appearance(of: Style(.bad)) == mono.appearance(of: Style(bold: true, underlined: true))
    )
    #expect(mono.appearance(of: Style(.caution)) == mono.appearance(of: .heading))
    #expect(mono.appearance(of: Style(.doubtful)) == mono.appearance(of: .bold))
    #expect(mono.appearance(of: Style(.good)) == mono.appearance(of: .plain))
  }
}
