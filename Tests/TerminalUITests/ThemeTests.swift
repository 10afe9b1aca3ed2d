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

  @Test func neverPaintsYellowOrCyanOnWhite() {
    let light = Theme(.auto, .light, noColor: nil, terminalHasColors: true)
    let colors = Style.Color.all.map { light.appearance(of: Style($0)).color }
    #expect(!colors.contains(.yellow) && !colors.contains(.cyan))
  }

  @Test func neverPaintsBlueOnBlack() {
    let dark = Theme(.auto, .dark, noColor: nil, terminalHasColors: true)
    #expect(!Style.Color.all.map { dark.appearance(of: Style($0)).color }.contains(.blue))
  }

  @Test func highContrastHasNothingDim() {
    let strong = Theme(.auto, .highContrast, noColor: nil, terminalHasColors: true)
    #expect(!strong.appearance(of: .dimmed).isDim)
    #expect(strong.appearance(of: Style(.good)).isBold)
    let colorless = Theme(.auto, .highContrast, noColor: "1", terminalHasColors: true)
    #expect(!colorless.appearance(of: .dimmed).isDim)
    #expect(colorless.appearance(of: Style(.bad, bold: true)).isReversed)
  }

  @Test func monoHasNoColorsWhateverTheTerminalCan() {
    #expect(Theme(.always, .mono, noColor: nil, terminalHasColors: true) == .mono)
  }
}

extension Style.Color {
  fileprivate static let all: [Self] = [
    .standard, .good, .bad, .caution, .doubtful, .active, .accent,
  ]
}
