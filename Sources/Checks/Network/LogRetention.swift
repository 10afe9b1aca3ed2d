import AWSOperations
import Domain

/// How long the flow logs of one resource are kept, by the best of them.
enum LogRetention: Comparable {
  /// The log group was asked for and does not exist.
  case missing(String)
  case days(Int)
  /// Another account's log group, or one that could not be read.
  case unknown
  /// For ever, or in a place that retention does not concern.
  case unlimited

  /// What the checklist asks for.
  static let required = 365

  init(of logs: [FlowLog], _ groups: Fact<[LogGroup]>, account: AccountID) {
    self = logs.map { Self(of: $0, groups, account: account) }.max() ?? .unknown
  }

  private init(of log: FlowLog, _ groups: Fact<[LogGroup]>, account: AccountID) {
    guard let name = log.logGroup else {
      self = log.destinationType == nil ? .unknown : .unlimited
      return
    }
    guard case .known(let groups) = groups, !log.deliversElsewhere(than: account) else {
      self = .unknown
      return
    }
    guard let group = groups.first(where: { $0.name == name }) else {
      self = .missing(name)
      return
    }
    self = group.retentionInDays.map(Self.days) ?? .unlimited
  }

  /// A retention that suffices ranks above one that is not known.
  private var rank: Int {
    switch self {
    case .missing: 0
    case .days(let days): days < Self.required ? 1 : 3
    case .unknown: 2
    case .unlimited: 4
    }
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    if case (.days(let left), .days(let right)) = (lhs, rhs) { return left < right }
    return lhs.rank < rhs.rank
  }

  var warning: Reason? {
    switch self {
    case .missing: .logGroupMissing
    case .days(let days): days < Self.required ? .retentionTooShort : nil
    case .unknown, .unlimited: nil
    }
  }

  var text: String {
    switch self {
    case .missing: "missing"
    case .days(let days): "\(days)"
    case .unknown: "unknown"
    case .unlimited: "unlimited"
    }
  }
}
