import Disclosure
import Regions

/// Everything of one map that is worked out before it is written.
struct MapDrawing {
  let request: MapRequest
  let frame: MapFrame
  let scale: ClassScale
  /// The figure of each region, in the order of `request.regions`.
  let figures: [PageFigure]
  /// Regions abroad.
  let abroad: [MapPath]
  private let content: PageContent
  private let paths: [RegionNumber: MapPath]

  /// - Parameters:
  ///   - cell: how coarsely outlines are drawn (see `OutlineThinner`).
  ///   - earlier: a map drawn just as coarsely, whose outlines are taken where they are the same.
  /// - Returns: `nil` where there is no such map (see `MapFrame`).
  init?(
    _ request: MapRequest, _ content: PageContent, cell: Double, after earlier: MapDrawing? = nil
  ) {
    guard let frame = MapFrame(around: request.bounds) else { return nil }
    self.request = request
    self.content = content
    self.frame = frame
    figures = request.regions.map {
      content.coverage(of: content.place($0), at: request.level.name, request.indicator)
    }
    scale = ClassScale(figures)
    if let earlier, earlier.request.hasOutlines(of: request) {
      (paths, abroad) = (earlier.paths, earlier.abroad)
      return
    }
    var thinner = OutlineThinner(frame, cell: cell)
    var paths: [RegionNumber: MapPath] = [:]
    for region in Set(request.regions + request.around + request.zones).sorted() {
      paths[region] = thinner.path(of: content.catalog[region].boundary)
    }
    self.paths = paths
    abroad =
      request.showsAbroad ? content.catalog.abroad.map { thinner.path(of: $0.boundary) } : []
  }

  func path(of region: RegionNumber) -> MapPath { paths[region] ?? MapPath(rings: []) }

  // MARK: - Labels

  struct PlacedLabel {
    let lines: [String]
    let middle: DrawingPoint
    let size: Double
  }

  /// Names, the largest regions first, with the figure where it is shown.
  func labels(size: Double, withFigures: Bool, taken: [DrawingBox]) -> [PlacedLabel] {
    var placer = LabelPlacer(in: frame.box.inset(by: 3), taken: taken)
    let order = request.regions.indices.sorted { left, right in
      let (first, second) = (request.regions[left], request.regions[right])
      let (area, other) = (
        content.catalog[first].areaSquareKilometers, content.catalog[second].areaSquareKilometers
      )
      return area == other ? first < second : area > other
    }
    return order.compactMap { index in
      let region = content.catalog[request.regions[index]]
      var lines = [content.name(of: region)]
      if withFigures, let best = figures[index].best, figures[index].positive != nil {
        lines.append(content.words.number(best))
      }
      let label = LabelPlacer.Label(lines: lines, size: size)
      return place(label, on: region, &placer).map {
        PlacedLabel(lines: lines, middle: $0, size: size)
      }
    }
  }

  /// A region that its label would hide has it beside itself where regions are few; where they
  /// are many it has none, since nobody could tell whose it is.
  private func place(
    _ label: LabelPlacer.Label, on region: Region, _ placer: inout LabelPlacer
  ) -> DrawingPoint? {
    let anchor = frame.point(region.labelPoint)
    guard frame.box.contains(anchor) else { return nil }
    let bounds = region.boundary.bounds
    let box = DrawingBox(
      left: frame.point(longitude: bounds.west, latitude: region.labelPoint.latitude).x,
      top: frame.point(longitude: region.labelPoint.longitude, latitude: bounds.north).y,
      right: frame.point(longitude: bounds.east, latitude: region.labelPoint.latitude).x,
      bottom: frame.point(longitude: region.labelPoint.longitude, latitude: bounds.south).y)
    let (width, height) = (box.right - box.left, box.bottom - box.top)
    if width < label.width * 0.6, height < label.height * 1.6 {
      return figures.count <= 30 ? placer.place(label, beside: box) : nil
    }
    return placer.place(label, at: anchor)
  }

  /// What hovering over a region shows.
  func hint(_ index: Int) -> String {
    let name = content.name(of: content.catalog[request.regions[index]])
    return "\(name): \(content.words.line(figures[index]))"
  }

  var description: String {
    let best = figures.indices.filter { figures[$0].positive != nil }.max {
      (figures[$0].positive ?? 0) < (figures[$1].positive ?? 0)
    }
    let words = content.words
    return words.text(
      PlacePhrase.mapDescription, words.count(figures.count, .region),
      words.number(figures.count { $0.positive != nil }),
      best.map(hint) ?? words.text(FigurePhrase.noReport))
  }
}
