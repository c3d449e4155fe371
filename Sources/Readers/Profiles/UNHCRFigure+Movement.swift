import Records

extension UNHCRFigure {
  /// What UNHCR counts, however it comes: HDX HAPI passes the same figures on, and reading both
  /// must not add them up.
  ///
  /// - Parameters:
  ///   - group: HAPI's code of the population group.
  ///   - origin: ISO 3166-1 alpha-3, as is the asylum.
  static func subject(group: String, of origin: String, in asylum: String) -> String {
    "\(group) of \(origin) in \(asylum) (UNHCR)"
  }

  /// `nil` where the row names no single countries, or HAPI has no such group.
  func subject(from origin: UNHCRCountry, to asylum: UNHCRCountry) -> String? {
    guard let group = hapiGroup, case .named(let from) = origin, case .named(let to) = asylum
    else { return nil }
    return UNHCRFigure.subject(group: group, of: from, in: to)
  }

  private var hapiGroup: String? {
    switch self {
    case .refugees: "REF"
    case .asylumSeekers: "ASY"
    case .returnedRefugees: "RET"
    case .idps: "IDP"
    case .returnedIDPs: "RDP"
    case .stateless, .othersOfConcern, .othersProtected, .hostCommunity: nil
    }
  }

  /// The movement that a figure of people from one country in another stands for.
  ///
  /// Who is a refugee of the very country, or of all countries, is from abroad, nobody says where.
  func movement(
    _ number: Figure, from origin: UNHCRCountry, to asylum: UNHCRCountry
  ) -> Movement {
    let isSame = origin == asylum
    let home = origin == .all ? asylum : origin
    switch self {
    case .refugees, .asylumSeekers:
      return Movement(
        kind: .displacement, status: self == .asylumSeekers ? .asylumSeeker : .unstated,
        origin: (isSame ? .all : origin).place, destination: asylum.place, figure: number)
    case .returnedRefugees:
      return Movement(
        kind: .return, origin: (isSame ? .all : asylum).place, destination: origin.place,
        figure: number)
    case .returnedIDPs:
      return Movement(kind: .return, origin: home.place, destination: home.place, figure: number)
    default:
      return Movement(kind: .displacement, origin: nil, destination: home.place, figure: number)
    }
  }
}
