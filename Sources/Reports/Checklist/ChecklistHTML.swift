import Checks
import Domain

extension ChecklistDocument {
  /// One page that needs no other file and prints well.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Words.title[language].escapedHTML)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>\(Words.title[language].escapedHTML)</h1>
    <p>\(Words.note[language].escapedHTML)</p>
    \(overview)
    \(sections.map(html).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static let style = """
    body { font-family: system-ui, sans-serif; line-height: 1.6; color: #1a1a1a; background: #fff; \
    max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
    h2 { border-bottom: 2px solid #1a1a1a; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: left; vertical-align: top; }
    table.answers td { height: 2.5rem; }
    pre { background: #f2f2f2; padding: .6rem; overflow-x: auto; white-space: pre-wrap; }
    article { break-inside: auto; margin-bottom: 2.5rem; }
    h3 { break-after: avoid; }
    @media print { article { break-before: page; } a { color: inherit; } }
    """

  private var overview: String {
    let rows = checks.map { check in
      """
      <tr><td><a href="#\(check.anchor)">\(check.id)</a></td>\
      <td>\(check.title[language].escapedHTML)</td>\
      <td>\(Words.method(of: check)[language])</td></tr>
      """
    }
    let heads = [Words.number, Words.item, Words.kind].map { "<th>\($0[language])</th>" }
    return """
      <table>
      <tr>\(heads.joined())</tr>
      \(rows.joined(separator: "\n"))
      </table>
      """
  }

  private func html(of section: (title: String, checks: [Check])) -> String {
    """
    <h2>\(section.title.escapedHTML)</h2>
    \(section.checks.map(html).joined(separator: "\n"))
    """
  }

  private func html(of check: Check) -> String {
    let facts = facts(of: check).map { fact in
      "<tr><th>\(fact.name.escapedHTML)</th><td>\(fact.words.escapedHTML)</td></tr>"
    }
    let heads = Words.answers.map { "<th>\($0[language].escapedHTML)</th>" }
    let blocks = MarkdownBlocks(MarkdownBlocks.withoutTitle(guide(check.id))).blocks
    return """
      <article id="\(check.anchor)">
      <h3>\(check.id) \(check.title[language].escapedHTML)</h3>
      <table>
      \(facts.joined(separator: "\n"))
      </table>
      <table class="answers">
      <tr>\(heads.joined())</tr>
      <tr>\(String(repeating: "<td></td>", count: heads.count))</tr>
      </table>
      \(blocks.map(\.html).joined(separator: "\n"))
      </article>
      """
  }
}

extension Check {
  fileprivate var anchor: String { "asc-\(id.number)" }
}

extension MarkdownBlocks.Block {
  /// Headings go two levels down, under the row's own.
  fileprivate var html: String {
    switch self {
    case .heading(let text, let level):
      return "<h\(min(level + 2, 6))>\(text.inlineHTML)</h\(min(level + 2, 6))>"
    case .paragraph(let text): return "<p>\(text.inlineHTML)</p>"
    case .code(let text): return "<pre><code>\(text.escapedHTML)</code></pre>"
    case .list(let items, let isNumbered):
      let tag = isNumbered ? "ol" : "ul"
      let items = items.map { "<li>\($0.inlineHTML)</li>" }
      return "<\(tag)>\n\(items.joined(separator: "\n"))\n</\(tag)>"
    }
  }
}
