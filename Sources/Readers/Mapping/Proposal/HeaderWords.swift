/// What the names of columns say, in English and Arabic.
struct HeaderWords {
  /// Words without articles, in one spelling of alef, ya and ta marbuta.
  private let words: [String]

  init(_ name: String) {
    words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map { HeaderWords.folded($0) }
  }

  private static func folded(_ word: Substring) -> String {
    let letters = word.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar {
      case "أ", "إ", "آ": "ا"
      case "ة": "ه"
      case "ى": "ي"
      case "\u{64B}"..."\u{652}", "ـ": nil
      default: scalar
      }
    }
    let text = String(String.UnicodeScalarView(letters))
    return text.hasPrefix("ال") && text.count > 3 ? String(text.dropFirst(2)) : text
  }

  /// Whether the name has all words of one of these phrases, one after the other.
  func has(_ phrases: [String]) -> Bool {
    phrases.contains { phrase in
      let wanted = HeaderWords(phrase).words
      guard !wanted.isEmpty, wanted.count <= words.count else { return false }
      return (0...(words.count - wanted.count)).contains {
        words[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
    }
  }

  func has(_ role: Role) -> Bool { has(role.words) }

  /// What a column may be.
  enum Role: CaseIterable {
    case id, dateStart, dateEnd, month, year, latitude, longitude
    case governorate, district, subdistrict, neighborhood, community, region, country
    case killed, injured, detained, displaced, returned, evicted
    case households, kind, precision, qualifier
    case origin, destination, code, low, high, total, name

    var words: [String] {
      switch self {
      case .id:
        ["id", "no", "nr", "number", "ref", "reference", "serial", "رقم", "معرف", "تسلسل", "م"]
      case .dateStart: ["date", "day", "start date", "date start", "تاريخ", "يوم"]
      case .dateEnd:
        ["end date", "date end", "to date", "date to", "until", "تاريخ الانتهاء", "الى تاريخ"]
      case .month: ["month", "شهر"]
      case .year: ["year", "سنه", "عام"]
      case .latitude: ["lat", "latitude", "y", "خط العرض", "عرض"]
      case .longitude: ["lon", "long", "lng", "longitude", "x", "خط الطول", "طول"]
      case .governorate:
        ["governorate", "province", "admin1", "adm1", "mohafaza", "muhafaza", "محافظه"]
      case .district: ["district", "admin2", "adm2", "mantika", "منطقه"]
      case .subdistrict:
        ["subdistrict", "sub district", "admin3", "adm3", "nahya", "nahia", "ناحيه"]
      case .neighborhood: ["neighborhood", "neighbourhood", "quarter", "admin4", "adm4", "حي"]
      case .community:
        ["community", "village", "town", "city", "settlement", "قريه", "مدينه", "بلده", "تجمع"]
      case .region: ["location", "place", "site", "area", "region", "مكان", "موقع"]
      case .country: ["country", "دوله", "بلد"]
      case .killed:
        ["killed", "deaths", "dead", "fatalities", "died", "قتلي", "شهداء", "وفيات", "ضحايا"]
      case .injured: ["injured", "wounded", "injuries", "جرحي", "مصابين", "اصابات", "مصابون"]
      case .detained: ["detained", "arrested", "arrests", "معتقلين", "معتقلون", "موقوفين"]
      case .displaced:
        [
          "idp", "idps", "displaced", "displacement", "displacements", "نازحين", "نازحون", "نزوح",
          "نازحه",
        ]
      case .returned:
        ["returnee", "returnees", "returned", "returns", "عائدين", "عائدون", "عوده", "عائده"]
      case .evicted: ["evicted", "evictions", "اخلاء", "مهجرين"]
      case .households:
        [
          "household", "households", "hh", "hhs", "families", "family", "اسر", "اسره", "عائلات",
          "عائله",
        ]
      case .kind: ["type", "category", "event type", "kind", "نوع", "تصنيف"]
      case .precision:
        ["precision", "accuracy", "geo precision", "دقه الموقع", "دقه المكان", "دقه الاحداثيات"]
      case .qualifier: ["qualifier", "number is", "figure is", "دقه الرقم", "دقه العدد"]
      case .origin: ["origin", "from", "منشا", "من", "اصل"]
      case .destination: ["destination", "to", "current", "arrival", "وجهه", "الي", "نزوح الي"]
      case .code: ["code", "pcode", "pcodes", "p code", "رمز", "كود"]
      case .low: ["low", "min", "minimum", "lowest", "ادني", "اقل"]
      case .high: ["high", "max", "maximum", "highest", "اعلي", "اكثر"]
      case .total: ["total", "grand total", "sum", "مجموع", "اجمالي"]
      case .name:
        [
          "name", "note", "notes", "remarks", "comment", "comments", "phone", "اسم", "ملاحظات",
          "هاتف",
        ]
      }
    }
  }
}
