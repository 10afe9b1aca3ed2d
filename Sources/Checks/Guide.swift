import CResources
import Domain

/// What to do about each row, as people read it.
package enum Guide {
  /// Markdown; every row of the checklist has a guide in every language.
  package static func markdown(of id: CheckID, in language: Language) -> String {
    let name = "guides/\(language.rawValue)/ASC-\(id.number).md"
    var count = 0
    guard let bytes = resource_named(name, &count) else {
      preconditionFailure("\(name) is not embedded")
    }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
