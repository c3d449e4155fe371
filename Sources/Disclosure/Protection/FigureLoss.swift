import Records
import Regions
import Tallies

/// How much a reader loses with a figure, whatever its number: a coarse place and the whole
/// coverage are asked for first, a total before its categories.
enum FigureLoss {
  static func of(_ name: FigureName) -> Double {
    let place: Double =
      switch name.view {
      case .zone: 8
      case .level(.country): 64
      case .level(.governorate): 16
      case .level(.district): 6
      case .level(.subdistrict): 3
      case .level(.neighborhood): 1
      }
    let time: Double = name.period.kind == .coverage ? 4 : 1
    return place * time * (name.category.isEmpty ? 2 : 1)
  }
}
