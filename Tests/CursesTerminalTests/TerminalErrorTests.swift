import Domain
import TerminalUI
import Testing

@testable import CursesTerminal

struct TerminalErrorTests {
  @Test(
    arguments: [
      .missing, .typeNotSet, .unknownType("x"), .cannotPlaceCursor(type: "x"),
      .notUTF8(charset: "x"),
      .system(24),
    ] as [TerminalError]
  )
  func saysWhatIsWrongAndWhatToDo(error: TerminalError) {
    for text in [error.problem, error.hint] {
      for language in Language.allCases {
        #expect(!text[language].isEmpty)
        #expect(!text[language].hasAmbiguousWidth)
      }
      #expect(text.en != text.ja)
    }
  }

  @Test func namesTheSystemsReason() {
    #expect(TerminalError.system(24).problem.en.hasSuffix("Too many open files"))
  }
}
