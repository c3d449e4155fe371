extension NameKey {
  /// The key without Arabic articles, written apart as in "ar raqqa" or joined as in "الرقه";
  /// `nil` where it has none, or where nothing else would be left.
  var withoutArticles: NameKey? {
    let words = words
    var kept: [ArraySlice<UInt8>] = []
    var found = false
    for word in words {
      if word.count <= 3, NameKey.latinArticles.contains(word) {
        found = true
      } else if word.count >= 8, word.starts(with: NameKey.arabicArticle) {
        found = true
        kept.append(word.dropFirst(NameKey.arabicArticle.count))
      } else {
        kept.append(word)
      }
    }
    return found && !kept.isEmpty ? NameKey(words: kept) : nil
  }

  /// The key without a leading or trailing word for a kind of place, such as "governorate",
  /// and the kind it stands for; `nil` where there is none, or where nothing else would be left.
  var withoutKindOfPlace: (rest: NameKey, rank: NameRank)? {
    var words = words[...]
    let kinds = NameKey.kindsOfPlace
    if words.count > 1, let kind = words.last.flatMap({ kinds[$0] }) {
      words.removeLast()
      let isSub = kind == .district && words.last == NameKey.sub
      if isSub { words.removeLast() }
      return rest(words, isSub ? .subdistrict : kind)
    }
    let isSub = words.first == NameKey.sub
    if isSub { words.removeFirst() }
    guard let kind = words.first.flatMap({ kinds[$0] }), !isSub || kind == .district else {
      return nil
    }
    words.removeFirst()
    if words.first == NameKey.of { words.removeFirst() }
    return rest(words, isSub ? .subdistrict : kind)
  }

  private func rest(
    _ words: ArraySlice<ArraySlice<UInt8>>, _ rank: NameRank
  ) -> (rest: NameKey, rank: NameRank)? {
    words.isEmpty ? nil : (NameKey(words: words), rank)
  }

  private static let arabicArticle = Array("ال".utf8)
  private static let of = ArraySlice("of".utf8)
  private static let sub = ArraySlice("sub".utf8)

  /// The article as it sounds before each letter, in English and French transliteration.
  private static let latinArticles = Set(
    [
      "al", "ar", "as", "ad", "an", "at", "az", "ash", "ath", "adh", "el", "er", "es", "ed", "en",
      "et", "ez", "esh", "ech", "eth", "ej",
    ].map { ArraySlice($0.utf8) })

  /// Words for kinds of places, as they stand in a key.
  private static let kindsOfPlace: [ArraySlice<UInt8>: NameRank] = {
    let words: [NameRank: String] = [
      .governorate: """
      governorate province muhafazat muhafaza muhafazah mohafazat mohafaza mohafazah محافظه
      """,
      .district: """
      district mantikat mantika mantiqat mantiqa mintaqat mintaqa mintaqah منطقه
      """,
      .subdistrict: "subdistrict nahiyat nahiya nahiyah nahya nahia ناحيه",
      .neighborhood: "neighborhood neighbourhood quarter حي",
      .settlement: "city town village مدينه بلده قريه",
    ]
    var kinds: [ArraySlice<UInt8>: NameRank] = [:]
    for (rank, list) in words {
      for word in list.split(separator: " ") { kinds[ArraySlice(word.utf8)] = rank }
    }
    return kinds
  }()
}

/// Which of several places a shared name means: the lowest value wins (rule P6).
enum NameRank: UInt8, Comparable {
  case country
  case governorate
  case district
  case subdistrict
  case settlement
  case neighborhood
  case zone

  init(_ region: Region) {
    switch region.level {
    case .country: self = .country
    case .governorate: self = .governorate
    case .district: self = .district
    case .subdistrict: self = .subdistrict
    case .neighborhood: self = .neighborhood
    case nil: self = .zone
    }
  }

  static func < (left: NameRank, right: NameRank) -> Bool { left.rawValue < right.rawValue }
}
