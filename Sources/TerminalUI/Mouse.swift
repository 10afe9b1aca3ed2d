/// What somebody did with the mouse.
package enum Mouse: Hashable, Sendable {
  /// The left button, pressed on a cell.
  case click(Canvas.Position)
  /// A turn of the wheel: 1 towards the end of a list, -1 towards its beginning.
  case wheel(Int)
}

/// What a click on a screen met.
package enum Click: Hashable, Sendable {
  case nothing
  /// Something that the cursor now stands on.
  case item
  /// What the cursor stood on before, which is to be opened.
  case selectedItem
}
