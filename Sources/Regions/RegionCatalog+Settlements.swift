extension RegionCatalog {
  /// The position in `settlements` of the one with this id.
  public func settlementIndex(of id: RegionID) -> Int? {
    var low = 0
    var high = settlements.count
    while low < high {
      let middle = (low + high) / 2
      if settlements[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < settlements.count && settlements[low].id == id ? low : nil
  }
}
