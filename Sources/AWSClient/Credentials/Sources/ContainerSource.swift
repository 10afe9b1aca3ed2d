import AWSOperations
import FoundationEssentials

extension CredentialChain {
  /// What the agent of ECS or EKS gives to a container.
  var container: CredentialSource {
    CredentialSource(.container) { () throws(CredentialError) in
      guard let service = try ContainerService(settings.environment, tools) else { return nil }
      return CredentialProvider { () throws(CredentialError) in
        do throws(ContainerProblem) {
          return try await service.credentials()
        } catch {
          throw Task.isCancelled ? .cancelled : .container(variable: service.variable, error)
        }
      }.cached(clock: tools.clock)
    }
  }
}

/// A container's credential service, at the address its variables name.
private struct ContainerService: Sendable {
  let variable: String
  private let url: String
  private let environment: [String: String]
  private let tools: CredentialTools

  private static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
  private static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
  private static let tokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
  /// As AWS's tools have it, with a pause of a second.
  private static let attempts = 3

  init?(_ environment: [String: String], _ tools: CredentialTools) throws(CredentialError) {
    if let path = environment[Self.relative] {
      (variable, url) = (Self.relative, "http://169.254.170.2\(path)")
    } else if let text = environment[Self.full] {
      (variable, url) = (Self.full, text)
    } else {
      return nil
    }
    self.environment = environment
    self.tools = tools
    do throws(ContainerProblem) {
      try ContainerHost.check(url)
    } catch {
      throw .container(variable: variable, error)
    }
  }

  func credentials() async throws(ContainerProblem) -> Credentials {
    var request = HTTPRequest(method: "GET", url: url, headers: try headers(), body: [])
    request.isDirect = true
    request.connectTimeout = .seconds(2)
    request.timeout = .seconds(2)
    var attempt = 1
    while true {
      do throws(ContainerProblem) {
        return try await answer(to: request)
      } catch {
        guard attempt < Self.attempts else { throw error }
        attempt += 1
        do { try await tools.clock.sleep(.seconds(1)) } catch { throw cancelled }
      }
    }
  }

  private var cancelled: ContainerProblem { .noAnswer(url: url, why: "cancelled") }

  private func answer(to request: HTTPRequest) async throws(ContainerProblem) -> Credentials {
    let response: HTTPResponse
    do throws(TransportFailure) {
      response = try await tools.transport.send(request)
    } catch {
      throw .noAnswer(url: url, why: error.words)
    }
    guard response.status == 200 else { throw .status(url: url, response.status) }
    guard let credentials = ServiceAnswer.credentials(response.body) else {
      throw .notCredentials(url: url)
    }
    return credentials
  }

  /// The file is read anew each time, because its token lapses, and beats the variable.
  private func headers() throws(ContainerProblem) -> [HTTPRequest.Header] {
    var headers = [HTTPRequest.Header("accept", "application/json")]
    var token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    if let file = environment[Self.tokenFile] {
      do throws(SettingsError) {
        token = try tools.files.read(file)
      } catch {
        throw .tokenUnreadable(error)
      }
      if token == nil { throw .tokenMissing(file: file) }
    }
    guard let token else { return headers }
    guard !token.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
      throw .tokenMalformed
    }
    headers.append(HTTPRequest.Header("authorization", token))
    return headers
  }
}

/// Whom credentials may be asked from without encryption: AWS's tools have the same list.
enum ContainerHost {
  private static let known: Set = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23", "localhost"]

  static func check(_ url: String) throws(ContainerProblem) {
    guard let mark = url.firstRange(of: "://") else { throw .notAnAddress(url) }
    let scheme = url[..<mark.lowerBound].lowercased()
    guard let host = host(in: url[mark.upperBound...]), scheme == "http" || scheme == "https" else {
      throw .notAnAddress(url)
    }
    guard scheme == "https" || known.contains(host) || isLoopback(host) else {
      throw .hostRefused(host)
    }
  }

  /// Without user, port and brackets.
  private static func host(in rest: Substring) -> String? {
    var authority = rest.prefix { !"/?#".contains($0) }
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
    }
    let host: Substring
    if authority.first == "[", let end = authority.firstIndex(of: "]") {
      host = authority[..<end].dropFirst()
    } else {
      host = authority.prefix { $0 != ":" }
    }
    return host.isEmpty || host.contains("\\") ? nil : host.lowercased()
  }

  private static func isLoopback(_ host: String) -> Bool {
    if host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { UInt8($0) != nil && ($0 == "0" || $0.first != "0") }
  }
}
