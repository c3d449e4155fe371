import Records

extension UNHCRFigure {
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
