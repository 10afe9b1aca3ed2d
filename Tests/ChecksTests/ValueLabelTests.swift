import Domain
import Testing

@testable import Checks

/// That every value of every finding has a label is for the tests of the rows to say.
struct ValueLabelTests {
  @Test func labelsAreForBothLanguages() {
    #expect(ValueLabel.text(for: "nameTag") == Text(en: "Name tag", ja: "Nameタグ"))
  }

  @Test func anUnknownNameStandsForItself() {
    #expect(ValueLabel.text(for: "newThing") == Text(en: "newThing", ja: "newThing"))
  }

  @Test func everyPartOfAGapHasALabel() {
    for key in ["cause", "action", "code", "deniedBy", "message"] {
      #expect(ValueLabel.labels[key] != nil)
    }
  }

  @Test func labelsAreSafeOnScreen() {
    for (key, label) in ValueLabel.labels {
      #expect(label.en.isSafeOnScreen && label.ja.isSafeOnScreen, "\(key)")
      #expect(label.en.cells <= 40 && label.ja.cells <= 40, "\(key)")
    }
  }
}
