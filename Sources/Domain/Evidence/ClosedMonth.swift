import FoundationEssentials

/// What each service cost in a month whose bill is final: AWS need not be paid to tell it again.
package struct ClosedMonth: Hashable, Sendable {
  package struct Cost: Hashable, Sendable {
    package let service: String
    /// A decimal number, as AWS writes it.
    package let amount: String
    /// Such as `USD`.
    package let unit: String

    package init(service: String, amount: String, unit: String) {
      self.service = service
      self.amount = amount
      self.unit = unit
    }
  }

  /// Such as `2026-05`.
  package let month: String
  package let costs: [Cost]

  package init(_ month: String, _ costs: [Cost]) {
    self.month = month
    self.costs = costs
  }

  /// The last three whole months and the one that runs, oldest first, in UTC as bills are.
  package static func months(at now: Date) -> [String] {
    let parts = Timestamp.text(now).split(separator: "-").compactMap { Int($0) }
    let current = parts[0] * 12 + parts[1] - 1
    return (current - 3...current).map { months in
      let (year, month) = months.quotientAndRemainder(dividingBy: 12)
      return "\(year)-\(month < 9 ? "0" : "")\(month + 1)"
    }
  }
}

extension [ClosedMonth] {
  /// Whether the last three whole months are among them.
  package func isComplete(at now: Date) -> Bool {
    let known = Set(map(\.month))
    return ClosedMonth.months(at: now).dropLast().allSatisfy(known.contains)
  }
}

extension AccountRecord {
  /// Months of the row whose costs need not be paid for again.
  package func closedMonths(of row: CheckID) -> [ClosedMonth] {
    evidence[row]?.evidence.closedMonths ?? []
  }
}
