import Foundation
import TestSupport
import Testing

/// An AWS account served by moto over HTTP, seeded by `moto_account.py`.
final class Moto {
  /// What was seeded: row, resource name, status and reason.
  private(set) var expected: [String: [String: (status: String, reason: String?)]] = [:]
  private(set) var endpoint = ""
  /// Of the user whose rights `change("grant …")` sets, for the time after it.
  private(set) var limitedCredentials: [String: String] = [:]
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ options: String...) async throws {
    process.executableURL = URL(fileURLWithPath: try Command.python())
    let script = Command.root.appendingPathComponent("Tests/EndToEndTests/moto_account.py").path
    process.arguments = [script] + options
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.start()
    let line = try await nextLine()
    let seeded = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    )
    endpoint = "http://127.0.0.1:\(try #require(seeded["port"] as? Int))"
    let key = try #require(seeded["key"] as? [String])
    limitedCredentials = ["AWS_ACCESS_KEY_ID": key[0], "AWS_SECRET_ACCESS_KEY": key[1]]
    let rows = try #require(seeded["expected"] as? [String: [String: [Any]]])
    expected = rows.mapValues { resources in
      resources.mapValues { ($0[0] as? String ?? "", $0[1] as? String) }
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
  }

  /// What the program needs to find this account and nothing else.
  var environment: [String: String] {
    [
      "AWS_ENDPOINT_URL": endpoint,
      "AWS_ACCESS_KEY_ID": "testing",
      "AWS_SECRET_ACCESS_KEY": "testing",
      "AWS_REGION": "us-east-1",
      "HOME": "/nonexistent",
      "LANG": "C.UTF-8",
    ]
  }

  /// Changes the account and waits until it is done.
  func change(_ line: String) async throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    #expect(try await nextLine() == "done")
  }

  /// Without holding a thread until it comes, or until there will be none.
  private func nextLine() async throws -> String {
    let descriptor = output.fileHandleForReading.fileDescriptor
    var bytes: [UInt8] = []
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      if poll(&waiting, 1, 0) == 0 {
        try await Task.sleep(for: .milliseconds(10))
      } else if read(descriptor, &byte, 1) == 1, byte != 10 {
        bytes.append(byte)
      } else {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}
