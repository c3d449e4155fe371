/// The words that a release uses in its files, as readers know them.
///
/// A word that is not here (a new indicator) is shown as the release writes it.
enum Term {
  /// By the name of the indicator.
  static let indicators: [String: Translated] = [
    "incidents": Translated("Incidents", "الحوادث"),
    "killed": Translated("People killed", "القتلى"),
    "injured": Translated("People injured", "الجرحى"),
    "detained": Translated("People detained", "المحتجزون"),
    "displaced": Translated("People displaced", "النازحون خلال الفترة"),
    "evicted": Translated("People evicted", "المُخلَون قسرًا"),
    "relocated": Translated("People relocated", "المنقولون"),
    "returned": Translated("People returned", "العائدون خلال الفترة"),
    "departed": Translated("Departures", "المغادرون"),
    "arrived": Translated("Arrivals", "الوافدون"),
    "returns_in": Translated("Returns in", "العائدون إلى المنطقة"),
    "returns_out": Translated("Returns out", "العائدون من المنطقة"),
    "net": Translated("Net movement", "صافي الحركة"),
    "idps": Translated("Internally displaced people present", "النازحون الموجودون داخليًا"),
    "refugees": Translated("Refugees present", "اللاجئون الموجودون"),
    "asylum_seekers": Translated("Asylum seekers present", "طالبو اللجوء الموجودون"),
    "returnees": Translated("Returnees present", "العائدون الموجودون"),
    "displaced_households": Translated("Households displaced", "الأسر النازحة خلال الفترة"),
    "evicted_households": Translated("Households evicted", "الأسر المُخلاة قسرًا"),
    "relocated_households": Translated("Households relocated", "الأسر المنقولة"),
    "returned_households": Translated("Households returned", "الأسر العائدة خلال الفترة"),
    "departed_households": Translated("Departures, households", "الأسر المغادرة"),
    "arrived_households": Translated("Arrivals, households", "الأسر الوافدة"),
    "returns_in_households": Translated("Returns in, households", "الأسر العائدة إلى المنطقة"),
    "returns_out_households": Translated("Returns out, households", "الأسر العائدة من المنطقة"),
    "net_households": Translated("Net movement, households", "صافي حركة الأسر"),
    "idps_households": Translated(
      "Internally displaced households present", "الأسر النازحة الموجودة"),
    "refugees_households": Translated("Refugee households present", "أسر اللاجئين الموجودة"),
    "asylum_seekers_households": Translated(
      "Asylum-seeking households present", "أسر طالبي اللجوء الموجودة"),
    "returnees_households": Translated("Returnee households present", "أسر العائدين الموجودة"),
  ]

  /// By the name of the level.
  static let levels: [String: Translated] = [
    "country": Translated("country", "البلد"),
    "governorate": Translated("governorate", "المحافظة"),
    "district": Translated("district", "المنطقة"),
    "subdistrict": Translated("subdistrict", "الناحية"),
    "neighborhood": Translated("neighborhood", "الحي"),
    "zone": Translated("zone", "النطاق"),
  ]

  /// By the kind of a movement.
  static let kinds: [String: Translated] = [
    "displacement": Translated("Displacement", "نزوح"),
    "return": Translated("Return", "عودة"),
    "eviction": Translated("Eviction", "إخلاء قسري"),
    "relocation": Translated("Relocation", "نقل"),
  ]

  /// By the unit of an indicator.
  static let units: [String: Translated] = [
    "events": Translated("events", "حوادث"),
    "persons": Translated("persons", "أشخاص"),
    "households": Translated("households", "أسر"),
  ]

  /// By the step of the periods.
  static let steps: [String: Translated] = [
    "day": Translated("day", "اليوم"),
    "week": Translated("week", "الأسبوع"),
    "month": Translated("month", "الشهر"),
    "quarter": Translated("quarter", "الربع"),
    "year": Translated("year", "السنة"),
  ]

  /// By the severity of a finding: what it means for the row.
  static let severities: [String: Translated] = [
    "error": Translated("could not be counted", "تعذّر عدّه"),
    "warning": Translated("counted, should be checked", "معدود ويستحسن فحصه"),
    "note": Translated("for information", "للعلم"),
  ]
}

extension Wording {
  func indicator(_ name: String) -> String { word(name, Term.indicators) }
  func level(_ name: String) -> String { word(name, Term.levels) }
  func kind(_ name: String) -> String { word(name, Term.kinds) }
  func unit(_ name: String) -> String { word(name, Term.units) }
  func step(_ name: String) -> String { word(name, Term.steps) }
  func severity(_ name: String) -> String { word(name, Term.severities) }

  private func word(_ name: String, _ table: [String: Translated]) -> String {
    table[name]?[language] ?? name.split(separator: "_").joined(separator: " ")
  }
}
