/// What is either on or off, as people write it.
package enum Switch: String, CaseIterable, Sendable {
  case on, off
}
