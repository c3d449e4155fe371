/// What publishing into a store has done when it may be stopped, in this order.
enum PublishStep: CaseIterable {
  /// What killed processes had left is gone.
  case cleaned
  /// The release is whole and on the disk, under a hidden name.
  case written
  /// A link that is not yet `current` leads to the name that the release will have.
  case announced
  /// The release has its name.
  case named
  /// `current` leads to it.
  case switched
}
