import AWSOperations
import Domain
import Testing

@testable import Checks

struct CredentialReportKeysTests {
  @Test func readsEachActiveKey() throws {
    let report = CredentialReport(
      generatedAt: scanTime,
      rows: [
        [
          "user": "taro", "password_enabled": "true", "mfa_active": "true",
          "access_key_1_active": "true",
          "access_key_1_last_rotated": "2025-06-11T10:00:00+00:00",
          "access_key_1_last_used_date": "2026-06-10T10:00:00+00:00",
          "access_key_1_last_used_service": "s3",
          "access_key_1_last_used_region": "ap-northeast-1",
          "access_key_2_active": "false",
        ],
        [
          "user": "hanako", "access_key_1_active": "false", "access_key_2_active": "true",
          "access_key_2_last_rotated": "N/A", "access_key_2_last_used_date": "N/A",
        ],
        ["user": "<root_account>", "access_key_1_active": "not_supported"],
      ]
    )
    let keys = report.activeKeys
    #expect(keys.map(\.name) == ["taro key 1", "hanako key 2"])
    let first = try #require(keys.first)
    #expect(first.createdAt == Timestamp.date("2025-06-11T10:00:00Z"))
    #expect(first.lastUsedAt == Timestamp.date("2026-06-10T10:00:00Z"))
    #expect(first.hasPassword && first.hasMFA)
    #expect(keys[1].createdAt == nil && keys[1].lastUsedAt == nil)
  }

  @Test(arguments: [
    ("batch-upload", "s3", "false", true), ("my-app", "ec2", "N/A", true),
    ("svc_images", "s3", "false", true), ("taro", "s3", "false", false),
    ("batch-upload", "iam", "false", false), ("batch-upload", "s3", "true", false),
    ("batcher", "s3", "false", false),
  ])
  func guessesApplicationsByTheirNames(
    user: String,
    service: String,
    password: String,
    isApplication: Bool
  ) throws {
    let report = CredentialReport(
      generatedAt: scanTime,
      rows: [
        [
          "user": user, "password_enabled": password, "access_key_1_active": "true",
          "access_key_1_last_used_service": service,
        ]
      ]
    )
    #expect(try #require(report.activeKeys.first).looksLikeAnApplications == isApplication)
  }
}
