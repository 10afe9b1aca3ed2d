import Domain
import Testing

struct ReasonTests {
  private let reason = Reason(
    "retentionShort",
    en: "kept {days} days in {group}",
    ja: "{group} の保持期間は {days} 日"
  )

  @Test func putsValuesIntoWordsInEitherLanguage() {
    let values: Values = ["days": "30", "group": "flow"]
    #expect(reason.text(in: .english, values: values) == "kept 30 days in flow")
    #expect(reason.text(in: .japanese, values: values) == "flow の保持期間は 30 日")
  }

  @Test func aValueThatLooksLikeAPlaceholderStaysAsItIs() {
    let values: Values = ["group": "{days}", "days": "30"]
    #expect(reason.text(in: .english, values: values) == "kept 30 days in {days}")
  }

  @Test func leavesAPlaceholderWithoutAValue() {
    #expect(reason.text(in: .english, values: ["days": "30"]) == "kept 30 days in {group}")
  }

  @Test func isKnownByItsCode() {
    #expect(reason == Reason("retentionShort", en: "other words", ja: "別の文"))
    #expect(
      Reason(unknownCode: "fromTheFuture").text(in: .japanese, values: [:]) == "fromTheFuture"
    )
  }
}
