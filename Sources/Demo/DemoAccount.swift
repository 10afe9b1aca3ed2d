import AWSClient
import CResources
import Domain

/// An AWS account held in the program, to try everything without network or credentials.
///
/// Only the transport is replaced: signing, paging, retry and reading run as they do against AWS.
package enum DemoAccount {
  package static let account: AccountID = "123456789012"
  /// The region to scan from.
  package static let region: Region = "ap-northeast-1"
  /// What signs the requests; no AWS account knows them.
  package static let credentials = Credentials(
    accessKeyID: "AKIDEMOEXAMPLE",
    secretAccessKey: "not-a-secret-only-the-demo-account-takes-it",
    sessionToken: "not-a-token-only-the-demo-account-takes-it"
  )

  /// Says what there is to see, in one line of at most 78 cells.
  package static let guideLine = Text(
    en: "Demo account: it fixes its public bucket after the scan; press r on ASC 12.",
    ja: "デモ用アカウント: 公開バケットはスキャン後に修正されます。ASC 12 で r を押してください"
  )

  /// The account at the far end of the wire.
  ///
  /// Each transport begins anew: what it answers only once, it answers once more. As many volumes
  /// as there are to be `findings` join those that the account always has.
  package static func transport(clock: WallClock, findings: Int = 0) -> HTTPTransport {
    let answers = files.flatMap { Answer.all(in: text(of: $0)) }
    let endpoint = Endpoint(answers: answers, crowd: Crowd(count: findings))
    return HTTPTransport { request async throws(TransportFailure) in
      let call: Call
      do throws(Call.Misunderstood) {
        call = try Call(request)
      } catch {
        return Refusal.notImplemented(error.detail).response(in: .query)
      }
      do throws(CancellationError) {
        try await clock.sleep(Pace.latency(of: call))
      } catch {
        throw .cancelled
      }
      return endpoint.response(to: call, at: clock.now())
    }
  }

  /// Below `Resources/Demo`.
  static let files = [
    "billing", "cloudfront", "cloudtrail", "ec2-access", "ec2-instances", "ec2-networks",
    "ec2-regions", "ec2-volumes", "iam", "logs", "s3", "s3-control", "s3-evidence", "sts",
  ]

  static func text(of file: String) -> String {
    var count = 0
    guard let bytes = resource_named("demo/\(file).txt", &count) else {
      preconditionFailure("demo/\(file).txt is not embedded")
    }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
