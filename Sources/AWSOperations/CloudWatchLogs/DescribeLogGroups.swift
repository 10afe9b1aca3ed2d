package struct LogGroup: Hashable, Sendable {
  package var name: String
  package var arn: String?
  /// `nil`: kept for ever.
  package var retentionInDays: Int?

  package init(name: String, retentionInDays: Int?) {
    self.name = name
    self.retentionInDays = retentionInDays
  }
}
