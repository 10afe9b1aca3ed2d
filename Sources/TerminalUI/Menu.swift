import Domain

/// A few choices that stand above the footer, each under a key of its own.
///
/// It appears at once, so that nobody has to know what may follow the key that opened it.
package struct Menu<Choice: Hashable & Sendable>: Sendable {
  package struct Item: Sendable {
    package let binding: KeyBinding<Choice>
    /// Why it cannot be chosen now.
    package let refusal: Text?

    package init(_ binding: KeyBinding<Choice>, refusal: Text? = nil) {
      self.binding = binding
      self.refusal = refusal
    }
  }

  /// What a key came to.
  package enum Answer: Equatable, Sendable {
    case chosen(Choice)
    case refused(Text)
    case closed
    case stays
    case unused
  }

  package let title: Text
  package let items: [Item]
  package private(set) var index = 0

  package init(_ title: Text, _ items: [Item]) {
    self.title = title
    self.items = items
  }

  package mutating func press(_ key: Key) -> Answer {
    let key = key.folded
    if let item = items.first(where: { $0.binding.keys.contains(key) }) { return answer(item) }
    switch key {
    case .escape, .control("c"), "q": return .closed
    case .down, .tab: move(by: 1)
    case .up, .shiftTab: move(by: -1)
    case .enter: return answer(items[index])
    default: return .unused
    }
    return .stays
  }

  private mutating func move(by step: Int) {
    index = (index + step + items.count) % items.count
  }

  private func answer(_ item: Item) -> Answer {
    item.refusal.map { .refused($0) } ?? .chosen(item.binding.command)
  }

  // MARK: What is shown

  package func hints(in language: Language) -> [Footer.Hint] {
    [
      (Key.enter, Text(en: "choose", ja: "決定")), (.escape, Text(en: "close", ja: "閉じる")),
      (.down, Text(en: "next", ja: "次へ")),
    ].map { Footer.Hint($0, $1, weight: 10, in: language) }
  }

  /// Covers the lines above the last `below`, over the whole width.
  package func draw(on canvas: inout Canvas, above below: Int, in language: Language) {
    let columns = canvas.width >= 72 ? 2 : 1
    let height = (items.count + columns - 1) / columns
    let top = max(0, canvas.height - below - height - 1)
    canvas.fill(row: top, style: .heading)
    canvas.write(title[language], column: 1, row: top, style: .bold.underlined)
    for row in 0..<height { canvas.fill(row: top + 1 + row) }
    for (place, item) in items.enumerated() {
      let column = place / height * (canvas.width / columns)
      let row = top + 1 + place % height
      let style: Style =
        place == index ? .selected : item.refusal == nil ? .plain : .dimmed
      let text = Self.text(of: item.binding, in: language)
      canvas.write(text, column: column + 1, row: row, style: style, width: canvas.width / columns)
    }
  }

  private static func text(of binding: KeyBinding<Choice>, in language: Language) -> String {
    let keys = binding.keys.map { $0.label[language] }.joined(separator: " ")
    return " \(keys.padded(toWidth: 4)) \(binding.help[language]) "
  }
}

extension Style {
  fileprivate var underlined: Style {
    var style = self
    style.isUnderlined = true
    return style
  }
}
