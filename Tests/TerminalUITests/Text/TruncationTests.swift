import TerminalUI
import Testing

struct TruncationTests {
  @Test func keepsWhatFits() {
    #expect("暗号化".truncated(toWidth: 6) == "暗号化")
    #expect("暗号化".truncatedMiddle(toWidth: 6) == "暗号化")
  }

  @Test func cutsTheEnd() {
    #expect("unencrypted".truncated(toWidth: 7) == "unenc..")
    #expect("暗号化された".truncated(toWidth: 9) == "暗号化..")
    #expect("abc".truncated(toWidth: 2) == "..")
    #expect("abc".truncated(toWidth: 0) == "")
    #expect("abc".truncated(toWidth: -1) == "")
  }

  @Test func cutsTheMiddle() {
    let arn = "arn:aws:ec2:ap-northeast-1:123456789012:volume/vol-03aa1b0c9d8e7f003"
    #expect(arn.truncatedMiddle(toWidth: 20) == "arn:aws:e..d8e7f003".prefix(9) + "..9d8e7f003")
    #expect("暗号化ボリューム".truncatedMiddle(toWidth: 9) == "暗..ーム")
  }

  @Test func fillsToAWidth() {
    #expect("暗号".padded(toWidth: 6) == "暗号  ")
    #expect("暗号".paddedLeft(toWidth: 5) == " 暗号")
    #expect("暗号化".padded(toWidth: 5).displayWidth == 5)
    #expect("12,345".paddedLeft(toWidth: 4) == "12..")
  }

  @Test func keepsMarksWithTheirBase() {
    #expect("か\u{3099}き".prefix(width: 2) == "か\u{3099}")
    #expect("か\u{3099}き".suffix(width: 2) == "き")
    #expect("xか\u{3099}".suffix(width: 2) == "か\u{3099}")
    #expect("xか\u{3099}".suffix(width: 1) == "")
  }
}
