import Records

/// What UNHCR counts, in the order of its tables.
enum UNHCRFigure: String, CaseIterable {
  case refugees
  case asylumSeekers = "asylum_seekers"
  case returnedRefugees = "returned_refugees"
  case idps
  case returnedIDPs = "returned_idps"
  case stateless
  case othersOfConcern = "ooc"
  case othersProtected = "oip"
  case hostCommunity = "hst"

  /// Names of its column in the interface, in downloads of the Refugee Data Finder, and in those
  /// of the population statistics before 2019.
  var columns: [String] {
    switch self {
    case .refugees:
      [
        rawValue, "refugees_under_unhcr's_mandate", "refugees_(incl._refugee_like_situations)",
      ]
    case .asylumSeekers: [rawValue, "asylum_seekers_(pending_cases)"]
    case .returnedRefugees: [rawValue]
    case .idps:
      [
        rawValue, "idps_of_concern_to_unhcr", "internally_displaced_persons_(idps)",
        "internally_displaced_persons",
      ]
    case .returnedIDPs: [rawValue, "returned_idpss"]
    case .stateless: [rawValue, "stateless_persons"]
    case .othersOfConcern: [rawValue, "others_of_concern", "others_of_concern_to_unhcr"]
    case .othersProtected: [rawValue, "other_people_in_need_of_international_protection"]
    case .hostCommunity: [rawValue, "host_community"]
    }
  }

  /// The figure that a population type of a long table names, as a word or by its letters.
  init?(populationType text: String) {
    let word = Columns.folded(text)
    if let figure = UNHCRFigure.byLetters[word] ?? UNHCRFigure(named: word) {
      self = figure
      return
    }
    return nil
  }

  private init?(named word: String) {
    guard let figure = UNHCRFigure.allCases.first(where: { $0.columns.contains(word) }) else {
      return nil
    }
    self = figure
  }

  private static let byLetters: [String: UNHCRFigure] = [
    "ref": .refugees, "roc": .refugees, "asy": .asylumSeekers, "ret": .returnedRefugees,
    "idp": .idps, "ioc": .idps, "rdp": .returnedIDPs, "sta": .stateless,
    "ooc": .othersOfConcern, "oip": .othersProtected, "hst": .hostCommunity,
  ]

  /// Whether people of it are in a country other than their own.
  var isAcrossBorder: Bool {
    switch self {
    case .refugees, .asylumSeekers, .returnedRefugees: true
    default: false
    }
  }

  /// Whether it makes one of our indicators.
  var hasIndicator: Bool {
    switch self {
    case .refugees, .asylumSeekers, .returnedRefugees, .idps, .returnedIDPs: true
    case .stateless, .othersOfConcern, .othersProtected, .hostCommunity: false
    }
  }
}
