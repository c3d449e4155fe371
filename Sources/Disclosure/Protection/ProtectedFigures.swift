import Records
import Tallies

/// The protected figures of a report that can be shown at all, with what is known of them.
struct ProtectedFigures {
  var figures: [JointSystem.Figure] = []
  var flows: [JointSystem.Flow] = []

  /// Whether no protected figure is among them.
  var isEmpty: Bool { flows.isEmpty && figures.allSatisfy(\.known.isPublic) }
  var count: Int { figures.count + flows.count }

  /// What everybody knows where some are withheld: by figure, then by flow.
  func shown(_ hidden: [Bool]) -> ProtectedFigures {
    var result = self
    for position in result.figures.indices {
      let known = result.figures[position].known
      result.figures[position].known = ProtectedFigures.shown(known, hidden[position])
    }
    for position in result.flows.indices {
      let known = result.flows[position].known
      result.flows[position].known = ProtectedFigures.shown(
        known, hidden[result.figures.count + position])
    }
    return result
  }

  private static func shown(_ known: KnownFigure, _ isHidden: Bool) -> KnownFigure {
    var shown = isHidden ? KnownFigure(.withheld) : KnownFigure(known.number, asOf: known.asOf)
    shown.mayBeZero = known.mayBeZero
    shown.threshold = known.threshold
    return shown
  }
}
