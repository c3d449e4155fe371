/// Tables in layouts that others have defined.
public enum ExchangeTable: String, CaseIterable, Sendable {
  /// Those of HDX HAPI: displaced people, and conflict events with their dead.
  case hapi
  /// The pair that flowmap.blue reads: locations and flows.
  case flowmap
}
