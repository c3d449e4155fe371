/// Why a record gets no masked point.
public enum Omission: String, Hashable, Sendable, CaseIterable {
  /// A running total, or people present: no event.
  case notAnEvent = "not_an_event"
  /// Other sources may report the same, and each would be a point of its own.
  case sharedSubject = "shared_subject"
  /// A point stands for one record, and of protected indicators figures of one record are withheld
  /// (rule D2), as are places where people are now.
  case notPublic = "not_public"
  case noPoint = "no_point"
  /// The point is that of the town, which a gazetteer tells: moving it would hide nothing.
  case knownToTown = "known_to_town"
  /// Known to an area that is larger than the mask's, or not known to lie in one region.
  case knownTooCoarsely = "known_too_coarsely"
  case external
  case outside
  case unplaced
  /// The region is too small for the ring, or the point lies far from where the record says.
  case noRoom = "no_room"
}
