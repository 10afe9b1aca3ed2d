import Domain
import Foundation
import Testing

@testable import TerminalUI

struct DateWordsTests {
  private let tokyo = Zone { _ in 9 * 3_600 }
  /// 2026-06-11 10:39:02 in Tokyo.
  private let now = Date(timeIntervalSince1970: 1_781_141_942)

  @Test(arguments: [
    (0, "just now", "たった今"), (59, "just now", "たった今"), (-30, "just now", "たった今"),
    (60, "1 min", "1分前"), (3_599, "59 min", "59分前"), (3_600, "1 h", "1時間前"),
    (86_399, "23 h", "23時間前"), (86_400, "yesterday", "昨日"), (124_000, "yesterday", "昨日"),
    (126_000, "2026-06-09", "2026-06-09"), (-3_600, "2026-06-11", "2026-06-11"),
  ])
  func saysHowOldSomethingIs(seconds: Int, en: String, ja: String) {
    let words = DateWords(now: now, zone: tokyo)
    #expect(words.age(of: now.addingTimeInterval(Double(-seconds))) == Text(en: en, ja: ja))
  }

  @Test func saysAgoOnlyAfterNumbers() {
    let words = DateWords(now: now, zone: tokyo)
    #expect(words.ago(now.addingTimeInterval(-180)) == Text(en: "3 min ago", ja: "3分前"))
    #expect(words.ago(now.addingTimeInterval(-86_400)).en == "yesterday")
    #expect(words.ago(now).en == "just now")
  }

  @Test func usesTheZone() {
    #expect(DateWords(now: now, zone: tokyo).dateAndTime(now).en == "2026-06-11 10:39")
    #expect(DateWords(now: now, zone: .utc).dateAndTime(now).en == "2026-06-11 01:39")
    #expect(tokyo.calendarTime(of: now).timeWithSeconds == "10:39:02")
    #expect(tokyo.calendarTime(of: now).monthAndDay == "06-11")
  }

  @Test func readsTheMachinesZone() {
    var seconds = time_t(now.timeIntervalSince1970)
    var fields = tm()
    localtime_r(&seconds, &fields)
    #expect(Zone.local().calendarTime(of: now).hour == Int(fields.tm_hour))
  }

  @Test func separatesThousands() {
    #expect(
      [0, 999, 1_000, 12_345, 1_234_567].map(\.withSeparators)
        == ["0", "999", "1,000", "12,345", "1,234,567"]
    )
    #expect((-1_204).withSeparators == "-1,204")
  }
}
