/// How one release follows another.
package enum SeriesStep: Hashable, Sendable {
  /// It tells again what that one told, and adds to it.
  case toldAgain
  /// It has counted anew what that one told, by the rules of a series (rule D5).
  case revision
  /// It was protected without regard to that one.
  case separate
}
