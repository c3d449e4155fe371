extension HAPITable {
  /// HAPI's own names in HAPI's order.
  var columns: [TableColumn] {
    let figures = self == .stocks ? Self.stockColumns : Self.eventColumns
    return Self.placeColumns + figures + Self.lastColumns
  }

  private static let placeColumns = [
    text("location_code", "ISO 3166-1 alpha-3 code of the country", "#country+code"),
    text("has_hrp", "Always blank", "#meta+has_hrp"),
    text("in_gho", "Always blank", "#meta+in_gho"),
    text("provider_admin1_name", "Name of the governorate", "#adm1+name+provider"),
    text("provider_admin2_name", "Name of the district", "#adm2+name+provider"),
    text("admin1_code", "Code of the governorate", "#adm1+code"),
    text("admin1_name", "Name of the governorate", "#adm1+name"),
    text("admin2_code", "Code of the district", "#adm2+code"),
    text("admin2_name", "Name of the district", "#adm2+name"),
    number("admin_level", "0 country, 1 governorate, 2 district", "#meta+adm_level", "integer"),
  ]

  private static let stockColumns = [
    text("operation", "Always blank", "#meta+operation"),
    text("assessment_type", "Always blank", "#meta+assessment_type"),
    number("population", "Displaced people in the place, best figure", "#affected+idps"),
    number("reporting_round", "Number of the period", "#meta+round", "integer"),
  ]

  private static let eventColumns = [
    text("event_type", "all: incidents of every kind together", "#event+type"),
    number("events", "Incidents, best figure", "#event+num"),
    number("fatalities", "People killed, best figure", "#affected+killed"),
  ]

  private static let lastColumns = [
    TableColumn(
      name: "reference_period_start", type: "date", description: "First day",
      hashtag: "#date+start"),
    TableColumn(
      name: "reference_period_end", type: "date", description: "Last day, included",
      hashtag: "#date+end"),
    text("dataset_hdx_id", "Always blank", "#meta+dataset+id"),
    text("resource_hdx_id", "Always blank", "#meta+id+resource"),
    text("warning", "Why a number is missing", "#meta+warning"),
    text("error", "Always blank", "#meta+error"),
  ]

  private static func text(
    _ name: String, _ description: String, _ hashtag: String
  ) -> TableColumn {
    TableColumn(name: name, type: "string", description: description, hashtag: hashtag)
  }

  private static func number(
    _ name: String, _ description: String, _ hashtag: String, _ type: String = "number"
  ) -> TableColumn {
    TableColumn(name: name, type: type, description: description, hashtag: hashtag)
  }
}
