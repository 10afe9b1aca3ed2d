import Testing

@testable import Reports

struct InlineHTMLTests {
  @Test(arguments: [
    ("a <b> & \"c\" 'd'", "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("use `aws <x>`, then `y`", "use <code>aws &lt;x&gt;</code>, then <code>y</code>"),
    ("**very** bold", "<strong>very</strong> bold"),
    ("an odd ` mark", "an odd ` mark"),
    ("an odd ** mark", "an odd ** mark"),
    ("`**`", "<code>**</code>"),
    (
      "see https://a.example/?x=1&y=2 there",
      "see <a href=\"https://a.example/?x=1&amp;y=2\">https://a.example/?x=1&amp;y=2</a> there"
    ),
    (
      "(https://a.example/日本)",
      "(<a href=\"https://a.example/\">https://a.example/</a>日本)"
    ),
    ("`https://a.example`", "<code>https://a.example</code>"),
  ])
  func writesTheMarksOfGuides(_ text: String, _ html: String) {
    #expect(text.inlineHTML == html)
  }
}
