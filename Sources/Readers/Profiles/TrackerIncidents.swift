import Records
import Regions

/// The tracker's own layout of incidents.
///
/// `region` holds codes or names; several joined by `;` are a set without a split, and ` > ` goes
/// from coarse to fine. The key is `source` and `id`.
struct TrackerIncidents: BuiltInProfile, PlainProfile {
  static let name = "tracker-incidents"
  static let required = [
    ["id"], ["source"], ["date_start"], ["kind"], ["region", "latitude"],
  ]

  private let common: TrackerColumns
  private let subkind: Column
  private let region: Column
  private let longitude: Column
  private let latitude: Column
  private let precision: Column
  private let killed: Row.FigureColumns
  private let injured: Row.FigureColumns
  private let detained: Row.FigureColumns
  private let qualifier: Column
  private let country: Column
  private let parent: Column

  init(columns: inout Columns) {
    common = TrackerColumns(columns: &columns)
    subkind = columns.bind("subkind")
    region = columns.bind("region")
    longitude = columns.bind("longitude")
    latitude = columns.bind("latitude")
    precision = columns.bind("precision")
    killed = columns.bindFigure("killed")
    injured = columns.bindFigure("injured")
    detained = columns.bindFigure("detained")
    qualifier = columns.bind("qualifier")
    country = columns.bind("country")
    parent = columns.bind("parent")
  }

  func record(from row: inout Row) -> Record? {
    let qualifier = row.qualifier(qualifier)
    let incident = Incident(
      place: place(of: &row), kind: row.text(common.kind), subkind: row.text(subkind),
      killed: row.figure(killed, qualifier) ?? TrackerColumns.figure(onlyBy: qualifier),
      injured: row.figure(injured, qualifier), detained: row.figure(detained, qualifier))
    return common.record(from: &row, .incident(incident))
  }

  var plainLayout: PlainLayout {
    var layout = common.plainLayout(
      besides: [subkind, qualifier], places: [region, precision, country, parent])
    layout.longitude = longitude
    layout.latitude = latitude
    layout.figures = [(.killed, killed), (.injured, injured), (.detained, detained)].map {
      PlainLayout.FigureColumns(figure: $0, low: $1.low, best: $1.best, high: $1.high)
    }
    return layout
  }

  private func place(of row: inout Row) -> Place {
    let precision = row.precision(precision)
    return Place(
      country: row.code(country), point: row.point(longitude: longitude, latitude: latitude),
      precision: precision,
      designations: row.designations(region, within: parent, precision: precision))
  }
}
