import AWSOperations
import Foundation
import Testing

/// An answer as a service sent it once, by the name of its file.
func fixture(_ name: String) throws -> WireAnswer {
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures")
  )
  return WireAnswer(status: 200, body: Array(try Data(contentsOf: url)))
}

func answer(
  _ text: String,
  status: Int = 200,
  headers: [String: String] = [:]
) -> WireAnswer {
  WireAnswer(status: status, headers: headers, body: Array(text.utf8))
}

func date(_ text: String) throws -> Date {
  try Date(text, strategy: .iso8601)
}

extension WireRequest {
  var text: String { String(decoding: body, as: UTF8.self) }
}
