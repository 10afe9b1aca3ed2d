import AWSOperations
import Domain

/// A role that somebody names on the command line, in whatever account it is.
package struct NamedRole: Hashable, Sendable {
  package let arn: String
  package let externalID: String?

  package init(_ name: String, in account: AccountID, _ partition: Partition, externalID: String?) {
    arn = "arn:\(partition.rawValue):iam::\(account.digits):role/\(name)"
    self.externalID = externalID
  }
}

extension Settings {
  /// What signs requests as a role which others' credentials assume; renewed before it lapses.
  package func credentials(
    of role: NamedRole,
    assumedBy source: CredentialProvider,
    _ tools: CredentialTools
  ) -> CredentialProvider {
    let client = CredentialChain(self, tools).client(source)
    let region = region(forRole: role.arn)
    let operation = AssumeRole(
      roleARN: role.arn,
      sessionName: "ascheck",
      externalID: role.externalID
    )
    return CredentialProvider { () throws(CredentialError) in
      do throws(Gap) {
        return Credentials(try await client.send(operation, in: region))
      } catch {
        throw error.cause == .cancelled ? .cancelled : .namedRole(role.arn, error)
      }
    }
    .cached(clock: tools.clock)
  }
}

extension NamedRole {
  static func problem(of arn: String, _ gap: Gap) -> Text {
    Text(
      en: "the role \(arn) cannot be assumed: \(gap.told)",
      ja: "ロール \(arn) を引き受けられません: \(gap.told)"
    )
  }

  static let hint = Text(
    en: "Check --role and --external-id, and that the role trusts the identity that scans.",
    ja: "--role と --external-id、およびロールの信頼ポリシーを確認してください。"
  )
}
