import AWSOperations
import Checks
import Domain

/// IAM, which is one service for the whole partition.
struct AccountCollector: Sendable {
  let reader: Reader
  let sleep: @Sendable (Duration) async throws(CancellationError) -> Void

  func summary() async -> Contribution {
    let summary = await reader.read(GetAccountSummary(), in: reader.homeRegion)
    guard !summary.answersForTheRootUser else {
      return { $0.accountSummary = summary }
    }
    let report = await credentialReport()
    return {
      $0.accountSummary = summary
      $0.credentialReport = report
    }
  }

  func authorization() async -> Contribution {
    let items = await reader.readAll(GetAccountAuthorizationDetails(), in: reader.homeRegion)
    let authorization: Fact<Authorization>
    switch items {
    case .known(let items): authorization = .known(await completed(items))
    case .unreadable(let gap) where AuthorizationFallback.helps(against: gap):
      let fallback = AuthorizationFallback(reader: reader, refusal: gap)
      authorization = await fallback.authorization()
    case .unreadable(let gap): authorization = .unreadable(gap)
    }
    return { $0.authorization = authorization }
  }

  /// The report is made on request, which takes seconds, and kept for four hours.
  private func credentialReport() async -> Fact<CredentialReport> {
    var pause = Duration.milliseconds(500)
    var waited = Duration.zero
    while waited <= .seconds(60) {
      let state = await reader.read(GenerateCredentialReport(), in: reader.homeRegion)
      if let gap = state.gap { return .unreadable(gap) }
      if case .known("COMPLETE") = state {
        return await reader.read(GetCredentialReport(), in: reader.homeRegion)
      }
      do { try await sleep(pause) } catch { return .unreadable(reportGap(.cancelled)) }
      waited += pause
      pause = min(pause * 2, .seconds(4))
    }
    return .unreadable(reportGap(.unreachable))
  }

  private func reportGap(_ cause: Gap.Cause) -> Gap {
    Gap(cause, GenerateCredentialReport.permission, region: reader.homeRegion)
  }

  /// Fetches documents of attached policies that the details left out.
  private func completed(_ items: [AuthorizationItem]) async -> Authorization {
    var principals: [Principal] = []
    var policies: [String: ManagedPolicy] = [:]
    for item in items {
      switch item {
      case .principal(let principal): principals.append(principal)
      case .policy(let policy): policies[policy.arn] = policy
      }
    }
    let attached = Set(principals.flatMap(\.attachedPolicies).map(\.arn)).sorted()
    let known = policies
    let complete = await attached.concurrentMap(window: Reader.window) { arn in
      (arn, await withDocument(known[arn]))
    }
    return Authorization(
      principals: principals,
      policies: Dictionary(complete) { first, _ in first }
    )
  }

  private func withDocument(_ policy: ManagedPolicy?) async -> Fact<ManagedPolicy> {
    guard let policy else {
      return .unreadable(Gap(.undecodable, GetAccountAuthorizationDetails.permission))
    }
    return await reader.withDocument(policy)
  }
}

extension Fact<AccountSummary> {
  fileprivate var answersForTheRootUser: Bool {
    guard case .known(let summary) = self else { return false }
    return summary.counters["AccountAccessKeysPresent"] != nil
  }
}
