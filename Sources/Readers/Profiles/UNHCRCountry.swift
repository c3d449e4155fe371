import Records
import Regions

/// A country in UNHCR's tables.
enum UNHCRCountry: Hashable {
  /// As ISO 3166-1 writes it, or as the file does where that is no country we know.
  case named(String)
  /// "Various/Unknown", stateless people, Tibetans: no country.
  case unknown(String)
  /// The row is a sum over all countries.
  case all

  /// - Parameters: what the row gives, the best first; `-` stands for a sum.
  init(iso: String?, code: String?, name: String?) {
    let given = [iso, code, name].map { $0.flatMap { $0 == "-" ? nil : $0 } }
    guard let text = given.compactMap(\.self).first else {
      self = .all
      return
    }
    if let nobody = given.compactMap(\.self).first(where: UNHCRCountry.isUnknown) {
      self = .unknown(nobody.uppercased())
    } else if let iso = given[0] {
      self = .named(Country.match(code: iso)?.alpha3 ?? iso)
    } else if let code = given[1] {
      self = .named(UNHCRCountry.isoCode(ofCode: code) ?? code)
    } else {
      self = .named(Country.match(UNHCRCountry.spelledOut(text))?.alpha3 ?? text)
    }
  }

  /// What stands in a record's key.
  var id: String {
    switch self {
    case .named(let text), .unknown(let text): text
    case .all: "-"
    }
  }

  /// The country, or the node of people who are abroad, nobody says where.
  var place: Place {
    if case .named(let text) = self {
      return Place(country: text, precision: .level(.country))
    }
    return Place(designations: [[Designation(name: "abroad")]])
  }

  private static func isUnknown(_ text: String) -> Bool {
    let word = text.lowercased()
    return ["unk", "ukn", "var", "xxa", "sta", "tib", "stateless", "unknown", "various"]
      .contains(word) || word.hasPrefix("various/") || word.hasPrefix("tibetan")
  }

  /// A code of UNHCR as one of ISO 3166-1.
  static func isoCode(ofCode code: String) -> String? {
    codes[code.uppercased()] ?? Country.match(code: code)?.alpha3
  }

  /// Names of the older tables: "Syrian Arab Rep.", "Iran (Islamic Rep. of)".
  private static func spelledOut(_ name: String) -> String {
    var text = name.replacing("Rep.", with: "Republic").replacing("Dem.", with: "Democratic")
    if Country.match(text) == nil, let start = text.firstIndex(of: "("), text.last == ")" {
      let (before, inside) = (text[..<start], text[text.index(after: start)...].dropLast())
      text = "\(inside) \(before)"
      if Country.match(text) == nil { text = String(before) }
    }
    return text
  }

  /// UNHCR's codes that ISO 3166-1 does not have, or has for another country (`ARE`, `AUS`, `MAR`).
  ///
  /// Source: UNHCR's list of countries (api.unhcr.org/population/v1/countries), compared with the
  /// copy in the R package countrycode, `dictionary/data_unhcr.csv`.
  private static let codes: [String: String] = Dictionary(
    uniqueKeysWithValues: """
      ALG:DZA ANG:AGO ANT:ATG ARE:EGY AUL:AUS AUS:AUT BAH:BHR BAR:BRB BER:BMU BHU:BTN BKF:BFA
      BOT:BWA BRU:BRN BSN:BIH BUL:BGR BVI:VGB BZE:BLZ CAM:KHM CAR:CAF CAY:CYM CHD:TCD CHI:CHN
      COB:COG COI:COM COS:CRI CVI:CPV DEN:DNK DJB:DJI EGU:GNQ ERT:ERI FGU:GUF FIJ:FJI FNC:NCL
      FPO:PYF GAM:GMB GAZ:PSE GFR:DEU GRE:GRC GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND ICE:ISL
      ICO:CIV INS:IDN IRE:IRL KRN:PRK KUW:KWT LEB:LBN LES:LSO MAD:MDG MAR:MTQ MAU:MRT MCD:MKD
      MLS:MYS MLW:MWI MOR:MAR MTA:MLT MTS:MUS MYA:MMR NEP:NPL NET:NLD NGR:NER NIG:NGA PAR:PRY
      PHI:PHL POR:PRT PUE:PRI ROM:ROU RSA:ZAF SAL:SLV SEY:SYC SIN:SGP SMA:SMR SOL:SLB SPA:ESP
      SRV:VNM STK:KNA SUD:SDN SWA:SWZ SWI:CHE TAN:TZA TCI:TCA TMP:TLS TOG:TGO TRT:TTO UAE:ARE
      URU:URY VAN:VUT WES:WSM WSH:ESH ZAM:ZMB ZIM:ZWE
      """.split { " \n".contains($0) }.map { pair in
        (String(pair.prefix(3)), String(pair.suffix(3)))
      })
}
