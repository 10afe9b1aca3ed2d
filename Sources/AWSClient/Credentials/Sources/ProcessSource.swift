import AWSOperations
import FoundationEssentials

extension CredentialChain {
  /// What a program prints that the profile names.
  func process(_ profile: Profiles.Profile) -> CredentialSource {
    CredentialSource(.process) { () throws(CredentialError) in
      guard let command = profile["credential_process"] else { return nil }
      let place = ProfileKey(
        file: command.file,
        profile: profile.name,
        key: "credential_process"
      )
      guard let words = ShellWords.split(command.text), !words.isEmpty else {
        throw .process(place, .notACommand)
      }
      let provider = CredentialProvider { () throws(CredentialError) in
        let output: ChildProcesses.Output
        do throws(ChildProcesses.Failure) {
          output = try await tools.processes.run(words)
        } catch {
          throw error.told(of: place)
        }
        do throws(ProcessProblem) {
          return try ProcessAnswer.credentials(output, at: tools.clock.now())
        } catch {
          throw .process(place, error)
        }
      }
      return provider.cached(clock: tools.clock)
    }
  }
}

extension ChildProcesses.Failure {
  fileprivate func told(of place: ProfileKey) -> CredentialError {
    switch self {
    case .cancelled: .cancelled
    case .notStarted(let why): .process(place, .notStarted(why))
    case .tooSlow(let limit): .process(place, .tooSlow(limit))
    case .tooMuch(let limit): .process(place, .tooMuch(limit))
    }
  }
}

/// Reads what a `credential_process` prints, as "Sourcing credentials with an external process" of
/// the AWS CLI User Guide describes it.
enum ProcessAnswer {
  static func credentials(
    _ output: ChildProcesses.Output,
    at now: Date
  ) throws(ProcessProblem) -> Credentials {
    guard output.code == 0 else {
      throw .failed(code: output.code, complaint: firstLine(of: output.complaint))
    }
    let answer = try decoded(output.printed)
    guard answer.Version?.text == "1" else { throw .version(found: answer.Version?.text) }
    guard let key = answer.AccessKeyId else { throw .missing("AccessKeyId") }
    guard let secret = answer.SecretAccessKey else { throw .missing("SecretAccessKey") }
    var expires: Date?
    if let text = answer.Expiration {
      guard let date = Date(iso8601: text) else { throw .missing("Expiration") }
      guard date > now else { throw .lapsed }
      expires = date
    }
    return Credentials(
      accessKeyID: key,
      secretAccessKey: secret,
      sessionToken: answer.SessionToken,
      expiresAt: expires
    )
  }

  private struct Answer: Decodable {
    let Version: Version?
    let AccessKeyId: String?
    let SecretAccessKey: String?
    let SessionToken: String?
    let Expiration: String?
  }

  /// A number, but some programs print a text.
  private enum Version: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        self = .number(try container.decode(Double.self))
      } catch {
        self = .text(try container.decode(String.self))
      }
    }

    /// Quoted where it is a text, which does not count.
    var text: String {
      switch self {
      case .number(let number): number == 1 ? "1" : "\(number)"
      case .text(let text): "\"\(text)\""
      }
    }
  }

  private static func decoded(_ bytes: [UInt8]) throws(ProcessProblem) -> Answer {
    do {
      return try JSONDecoder().decode(Answer.self, from: Data(bytes))
    } catch {
      throw .notJSON
    }
  }

  /// Enough to see what went wrong, on one line.
  private static func firstLine(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return String((lines.first { !$0.allSatisfy(\.isWhitespace) } ?? "").prefix(200))
  }
}
