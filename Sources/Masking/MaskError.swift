public import Regions
public import Tallies

/// Why no masked points are made or published: what, and what to do.
public enum MaskError: Error, Hashable, Sendable, CustomStringConvertible {
  case ring(least: Int, most: Int)
  case key(path: String, cause: String)
  /// The layers have no regions of the level, or points of the level would protect nothing.
  case level(Level, cause: String)
  /// The policy has no periods as short as this for people.
  case period(Step, shortest: Step)
  /// A figure that the policy does not call public.
  case figure(String, cause: String)
  /// The accounts do not add up.
  case unbalanced(file: String)
  /// What stands at the output would be lost.
  case taken(path: String, cause: String)
  /// A release or a masked file that cannot be looked at.
  case unreadable(path: String, cause: String)
  case finerRelease(path: String, level: Level, mask: Level)
  case coarserMask(path: String, level: Level, mask: Level)
  case otherEdition(path: String)
  case otherMask(path: String, difference: String)

  /// After `sysexits.h`: 64 usage, 65 bad data, 66 no input, 70 internal, 73 cannot create.
  public var exitCode: Int32 {
    switch self {
    case .ring, .level, .period, .figure: 64
    case .finerRelease, .coarserMask, .otherEdition, .otherMask, .unreadable: 65
    case .key: 66
    case .unbalanced: 70
    case .taken: 73
    }
  }

  public var description: String {
    switch self {
    case .ring(let least, let most):
      "a ring from \(least) to \(most) m does not protect: it begins at 100 m or farther out, is at "
        + "least 1000 m wide, and ends within 50000 m"
    case .key(let path, let cause): "the key \(path) cannot be used: \(cause)"
    case .level(let level, let cause): "points cannot stay within the \(level.name): \(cause)"
    case .period(let step, let shortest):
      "the policy shows people by \(shortest.name) at the shortest, so points do not tell the "
        + "\(step.name); say --by \(shortest.name) or longer"
    case .figure(let name, let cause): "\(name) is not put on points: \(cause)"
    case .unbalanced(let file):
      "the accounts of \(file) do not add up; nothing was written. Please report this"
    case .taken(let path, let cause): "\(path) is not written: \(cause)"
    case .unreadable(let path, let cause): "\(path) cannot be looked at: \(cause)"
    case .finerRelease, .coarserMask, .otherEdition, .otherMask: together
    }
  }

  private var together: String {
    switch self {
    case .finerRelease(let path, let level, let mask):
      "\(path) is a release that tells figures by \(level.name), finer than the \(mask.name) that "
        + "these points stay in: together they would tell where in it. Count that release with "
        + "levels down to the \(mask.name), or publish one of the two only"
    case .coarserMask(let path, let level, let mask):
      "\(path) holds masked points that promise no more than their \(mask.name), and this report "
        + "would tell figures by \(level.name): together they would tell where in it. Count with "
        + "levels down to the \(mask.name) (--level, or levels in the configuration), or publish "
        + "one of the two only"
    case .otherEdition(let path):
      "\(path) was made with other boundaries: where its outlines cross these, both together tell "
        + "more than either. Make both with the same, or publish one of the two only"
    case .otherMask(let path, let difference):
      "\(path) holds masked points made with another \(difference): two points of one place tell "
        + "more than one. Keep to the first, or withdraw and remove it before masking anew"
    default: ""
    }
  }
}
