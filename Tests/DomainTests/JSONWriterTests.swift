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

  /// Eight bytes are looked at together, so each byte has its turn at each place.
  @Test func everyByteIsEscapedWhereverItStands() {
    for byte in UInt8(0)...127 {
      let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
      for place in 0..<17 {
        let before = String(repeating: "a", count: place)
        let text = before + String(Unicode.Scalar(byte)) + String(repeating: "z", count: 9)
        #expect((written { $0.value(text) } == "\"\(text)\"") == isPlain, "\(byte) at \(place)")
      }
    }
  }

  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
