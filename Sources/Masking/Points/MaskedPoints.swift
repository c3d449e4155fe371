import Disclosure
import JSONText
import Regions
import Tallies

/// Points that may be published: beside `Release` the only public value, and made here alone.
public struct MaskedPoints: Sendable {
  /// What the file says of the boundaries and of the tool.
  public struct Context: Sendable {
    public let boundaryEdition: String
    public let attribution: String
    public let disclaimer: String
    public let generator: String

    public init(
      boundaryEdition: String, attribution: String, disclaimer: String, generator: String
    ) {
      self.boundaryEdition = boundaryEdition
      self.attribution = attribution
      self.disclaimer = disclaimer
      self.generator = generator
    }
  }

  let points: [MaskedPoint]
  private let settings: MaskSettings
  private let mask: DonutMask
  private let keyID: String

  /// - Parameter points: in any order.
  init(_ points: [MaskedPoint], _ settings: MaskSettings, _ mask: DonutMask, keyID: String) {
    self.points = points.sorted()
    self.settings = settings
    self.mask = mask
    self.keyID = keyID
  }

  public var count: Int { points.count }

  /// GeoJSON (RFC 7946), one feature a line. The bytes depend on nothing but the records, the
  /// settings, the key and the regions.
  public func geoJSON(_ context: Context) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("type", "FeatureCollection")
    MaskStatement(of: mask, keyID: keyID, boundaryEdition: context.boundaryEdition)
      .write(to: &writer)
    writer.member("name", "masked-points")
    writer.member("protection", protection)
    writer.member("policy", settings.policy.name)
    writer.member("attribution", context.attribution)
    writer.member("disclaimer", context.disclaimer)
    writer.member("generator", context.generator)
    writer.key("features")
    writer.beginArray(onLines: true)
    for point in points { write(point, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private var protection: String {
    "masked: each point was moved by \(mask.donut.leastMeters) to \(mask.donut.mostMeters) m in a secret "
      + "direction, within its \(mask.level.name), and rounded to a thousandth of a degree; nothing "
      + "happened where it lies"
  }

  private func write(_ point: MaskedPoint, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", "Feature")
    writer.key("properties")
    writer.beginObject()
    writer.member("point_status", "masked")
    writer.member("region_id", point.region.code)
    writer.member("region_name", point.regionName)
    writer.member("region_name_ar", point.regionNameArabic)
    writer.member("region_level", mask.level.name)
    writer.member("period", point.period.label.isEmpty ? nil : point.period.label)
    writer.member("period_start", point.period.start.isEmpty ? nil : point.period.start)
    writer.member("period_end", point.period.end.isEmpty ? nil : point.period.end)
    writer.member("kind", point.kind)
    for (indicator, told) in zip(settings.figures, point.figures) {
      writer.amount(indicator.name, told.best)
      writer.amount("\(indicator.name)_low", told.low)
      writer.amount("\(indicator.name)_high", told.high)
    }
    writer.endObject()
    writer.key("geometry")
    writer.beginObject()
    writer.member("type", "Point")
    writer.key("coordinates")
    writer.position(
      longitude: Int(point.point.longitude) * 1000, latitude: Int(point.point.latitude) * 1000)
    writer.endObject()
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func amount(_ key: String, _ text: String?) {
    self.key(key)
    if let number = text.flatMap({ JSONNumber($0) }) { self.number(number) } else { null() }
  }
}
