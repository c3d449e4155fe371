/// Why a linear program could not be set up or solved.
public enum LinearProgramError: Error, Equatable, CustomStringConvertible {
  /// A number that is not one, a bound above its opposite, or a variable that is not there or
  /// occurs twice in a row.
  case malformed(String)
  /// The library could not make its model.
  case outOfMemory

  public var description: String {
    switch self {
    case .malformed(let what): "the linear program is malformed: \(what)"
    case .outOfMemory: "there is no memory left for a linear program"
    }
  }
}
