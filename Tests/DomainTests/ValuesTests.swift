import Domain
import Testing

struct ValuesTests {
  @Test func keepsTheOrderInWhichItIsShown() {
    var values: Values = ["volumeType": "gp3", "size": "8"]
    values["attachedTo"] = "i-1"
    values["volumeType"] = "io2"
    #expect(values.pairs.map(\.key) == ["volumeType", "size", "attachedTo"])
    #expect(values["volumeType"] == "io2")
  }

  @Test func nilRemovesAValueAndAddsNone() {
    var values: Values = ["size": "8"]
    values["size"] = nil
    values["type"] = nil
    #expect(values == [:])
  }
}
