import Domain
import Testing

struct JSONWriterTests {
  @Test func putsCommasWhereTheyBelong() {
    let text = written { json in
      json.object { json in
        json.member("a", 1)
        json.key("b")
        json.array { json in
          json.value("x")
          json.null()
          json.object { _ in }
          json.value(true)
        }
        json.member("c", nil)
      }
    }
    #expect(text == #"{"a":1,"b":["x",null,{},true],"c":null}"#)
  }

  @Test func everyLineOfNDJSONBeginsAfresh() {
    let text = written { json in
      json.value(1)
      json.endLine()
      json.value(2)
      json.endLine()
    }
    #expect(text == "1\n2\n")
  }

  @Test(arguments: [
    (#"say "hi" \o/"#, #""say \"hi\" \\o/""#),
    ("a\tb\r\nc\u{0}\u{1B}[2J\u{7F}", #""a\tb\r\nc\u0000\u001b[2J\u007f""#),
    ("請求 é 🗾", #""請求 é 🗾""#),
    ("left\u{202E}right\u{200B}\u{2028}\u{9B}", #""left\u202eright\u200b\u2028\u009b""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func escapesWhatWouldBreakJSONOrATerminal(_ text: String, _ expected: String) {
    #expect(written { $0.value(text) } == expected)
  }

  @Test func handsOverWhatIsWrittenSoFarAndGoesOn() {
    var json = JSONWriter()
    json.array { json in
      json.value(1)
      #expect(json.drain() == Array("[1".utf8))
      json.value(2)
    }
    #expect(json.bytes == Array(",2]".utf8))
  }

  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
