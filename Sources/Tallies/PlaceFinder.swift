public import Records

/// A placer that remembers what codes and names were found to mean, for many places in a row.
///
/// The answers are those of `Placer.place(_:)`; memory stays bounded.
public struct PlaceFinder: Sendable {
  public let placer: Placer
  var memory = Placer.Memory()

  public init(_ placer: Placer) {
    self.placer = placer
  }

  public mutating func place(_ place: Place) -> Placer.Answer { placer.place(place, &memory) }
}
