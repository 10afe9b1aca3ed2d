import Domain

/// A part of the interface that takes the whole terminal.
///
/// A screen is a value. It changes only in `update`, touches the world only through the effects
/// that `update` returns, and draws only what it holds.
package protocol Screen {
  associatedtype Command: Hashable & Sendable & CaseIterable
  associatedtype Effect: Equatable & Sendable

  static var keymap: [KeyBinding<Command>] { get }

  mutating func update(_ command: Command) -> Effect?
  func draw(on canvas: inout Canvas, in language: Language)

  /// Why a command cannot be carried out right now, and what to do instead. `nil` when it can.
  func refusal(of command: Command) -> Text?
}

extension Screen {
  package func refusal(of command: Command) -> Text? { nil }

  /// What a key means here; full-width forms of it mean the same.
  package static func command(for key: Key) -> Command? {
    keymap.first { $0.keys.contains(key.folded) }?.command
  }

  /// Carries out the command bound to a key, unless the screen refuses it.
  package mutating func press(_ key: Key) -> Effect? {
    guard let command = Self.command(for: key), refusal(of: command) == nil else { return nil }
    return update(command)
  }
}

/// The one place that says which keys do what, and in which words the footer and the help show it.
package struct KeyBinding<Command: Hashable & Sendable>: Sendable {
  /// The first is the one that footers show.
  package let keys: [Key]
  package let command: Command
  /// Two or three words for the footer.
  package let hint: Text
  /// One line for the help.
  package let help: Text
  /// Footers show the heaviest that fit; 0 is never shown there.
  package let weight: Int

  package init(_ keys: Key..., command: Command, hint: Text, help: Text, weight: Int = 0) {
    self.keys = keys
    self.command = command
    self.hint = hint
    self.help = help
    self.weight = weight
  }
}
