import Foundation

enum Fixture {
  struct Missing: Error {
    let name: String
  }

  static func data(_ name: String) throws -> Data {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
      throw Missing(name: name)
    }
    return try Data(contentsOf: url)
  }
}
