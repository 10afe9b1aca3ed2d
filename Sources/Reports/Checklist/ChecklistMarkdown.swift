import Checks
import Domain

extension ChecklistDocument {
  var markdown: String {
    let rows = sections.map { section in
      "## \(section.title)\n\n" + section.checks.map(markdown).joined(separator: "\n")
    }
    return """
      # \(Words.title[language])

      \(Words.note[language])

      \(rows.joined(separator: "\n"))
      """
  }

  private func markdown(of check: Check) -> String {
    let facts = facts(of: check).map { "- **\($0.name)**: \($0.words.escapedMarkdown)" }
    let answers = Words.answers.map { "- [ ] **\($0[language])**:" }
    return """
      ### \(check.id) \(check.title[language].escapedMarkdown)

      \((facts + answers).joined(separator: "\n"))

      \(lowered(guide(check.id)))

      """
  }

  /// The guide under its row: without its own title, its headings two levels down.
  private func lowered(_ guide: String) -> String {
    let lines = MarkdownBlocks.withoutTitle(guide).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    var isCode = false
    return lines.map { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return line.hasPrefix("#") && !isCode ? "##\(line)" : String(line)
    }
    .joined(separator: "\n")
  }
}

extension String {
  /// Plain words, none of which Markdown reads as a mark: a criterion may quote a policy.
  var escapedMarkdown: String {
    reduce(into: "") { text, character in
      if #"\`*_[]<>"#.contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
