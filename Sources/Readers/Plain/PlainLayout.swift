import Records

/// Which columns hold what each row has of its own, where a row is a record and nothing in it
/// depends on other rows. All other columns that the profile reads make the row's template.
struct PlainLayout: Sendable {
  /// How the days of a record follow from those that are written.
  enum Days: UInt8, Sendable {
    /// From the first to the last, which is the first where it is blank.
    case asWritten
    /// The day, and the three days before and after it.
    case week
    /// The month that holds the day.
    case month
  }

  struct FigureColumns: Sendable {
    let figure: PlainRows.Slot.Figure
    var low: Column?
    var best: Column?
    var high: Column?
  }

  let id: Column
  var version: Column?
  let firstDay: Column
  var lastDay: Column?
  var longitude: Column?
  var latitude: Column?
  var figures: [FigureColumns] = []
  /// The other columns that the profile reads.
  let template: [Column]
  /// Those of the template that tell, beside the point, where a row is.
  let places: [Column]
  /// How a row's days follow from what is written, by its template.
  var days: @Sendable (Row) -> Days = { _ in .asWritten }
}

/// A profile whose rows can be read as templates with cells of their own (`PlainLane`).
///
/// It must give the same record for the same cells, whatever came before.
protocol PlainProfile: RowProfile {
  var plainLayout: PlainLayout { get }
}
