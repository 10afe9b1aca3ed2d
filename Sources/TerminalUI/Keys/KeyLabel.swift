import Domain

extension Key {
  /// How footers and help name the key.
  package var label: Text {
    switch self {
    case .character(" "): Text(same: "Space")
    case .character(let character): Text(same: String(character))
    case .control(let letter): Text(same: "Ctrl-" + letter.uppercased())
    case .function(let number): Text(same: "F\(number)")
    case .up: Text(en: "Up", ja: "上")
    case .down: Text(en: "Down", ja: "下")
    case .left: Text(en: "Left", ja: "左")
    case .right: Text(en: "Right", ja: "右")
    case .shiftUp: Text(en: "Shift-Up", ja: "Shift-上")
    case .shiftDown: Text(en: "Shift-Down", ja: "Shift-下")
    case .controlLeft: Text(en: "Ctrl-Left", ja: "Ctrl-左")
    case .controlRight: Text(en: "Ctrl-Right", ja: "Ctrl-右")
    case .home: Text(same: "Home")
    case .end: Text(same: "End")
    case .pageUp: Text(same: "PgUp")
    case .pageDown: Text(same: "PgDn")
    case .enter: Text(same: "Enter")
    case .tab: Text(same: "Tab")
    case .shiftTab: Text(same: "Shift-Tab")
    case .escape: Text(same: "Esc")
    case .backspace: Text(same: "Backspace")
    case .delete: Text(same: "Delete")
    }
  }
}

extension Text {
  /// What is written on a key is the same in every language.
  fileprivate init(same words: String) {
    self.init(en: words, ja: words)
  }
}
