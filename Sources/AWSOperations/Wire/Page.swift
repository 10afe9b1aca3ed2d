/// One page of a list, and what asks for the next one.
package struct Page<Item: Sendable>: Sendable {
  package var items: [Item]
  package var nextToken: String?

  package init(items: [Item], nextToken: String? = nil) {
    self.items = items
    self.nextToken = nextToken
  }
}

extension Page: Equatable where Item: Equatable {}

extension PagedOperation where Output == Page<Item> {
  package static func items(of page: Output) -> [Item] { page.items }
  package static func nextToken(of page: Output) -> String? { page.nextToken }
}
