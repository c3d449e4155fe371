import ConfigurationText
import Tallies

/// What a policy file says of net figures.
extension PolicyLoader {
  /// A net figure is a sum with signs: shown whatever is withheld, it would give a figure away that
  /// it is made of.
  mutating func checkNet(_ policy: Policy) {
    let nets = Indicator.all.filter { $0.kind == .net && policy[$0].sensitivity == .public }
    for net in nets {
      guard let part = net.netParts.first(where: { policy[$0].sensitivity != .public }) else {
        continue
      }
      guard let item = attempt({ try $0.value(of: "indicators") ?? $0.value(of: "name") }) else {
        return
      }
      errors.append(
        item.error(
          .refused(
            "\(net.name) is what arrived and came back less what left, and would give \(part.name) "
              + "away, which is \(policy[part].sensitivity.rawValue); protect both, or neither")))
    }
  }
}

extension Indicator {
  /// What a net figure is made of.
  var netParts: [Indicator] {
    [Stem.arrived, .departed, .returnsIn, .returnsOut].map { Indicator($0, unit: unit) }
  }
}
