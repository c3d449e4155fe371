import Dispatch

/// Where a piece of the input stands, and when it is its turn to be handed on.
struct RowPiece: Sendable {
  /// What is known of the bytes.
  enum Cut: Hashable, Sendable {
    /// Whole rows if the text is sound, with so many line feeds.
    case rows(lineFeeds: Int)
    /// Rows up to the end of the input.
    case lastRows
    /// Any bytes.
    case nowhere
  }

  let cut: Cut
  /// The line of the first byte.
  let line: Int
  /// Signalled when all pieces before have been handed on, and when this one has.
  let turn: DispatchSemaphore
  let next: DispatchSemaphore
}
