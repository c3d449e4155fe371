extension NameKey {
  /// The key without Arabic articles, written apart as in "ar raqqa" or joined as in "الرقه";
  /// `nil` where it has none, or where nothing else would be left.
  var withoutArticles: NameKey? {
    let words = words
    var kept: [ArraySlice<UInt8>] = []
    var found = false
    for word in words {
      if NameKey.latinArticles.contains(word) {
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
    let words = words
    for (phrase, rank) in NameKey.kindsOfPlace where words.count > phrase.count {
      if words.suffix(phrase.count).elementsEqual(phrase, by: ==) {
        return (NameKey(words: words.dropLast(phrase.count)), rank)
      }
      if words.starts(with: phrase, by: ==) {
        var rest = words.dropFirst(phrase.count)
        if rest.first == NameKey.of { rest = rest.dropFirst() }
        return rest.isEmpty ? nil : (NameKey(words: rest), rank)
      }
    }
    return nil
  }

  private static let arabicArticle = Array("ال".utf8)
  private static let of = ArraySlice("of".utf8)

  /// The article as it sounds before each letter, in English and French transliteration.
  private static let latinArticles = Set(
    [
      "al", "ar", "as", "ad", "an", "at", "az", "ash", "ath", "adh", "el", "er", "es", "ed", "en",
      "et", "ez", "esh", "ech", "eth", "ej",
    ].map { ArraySlice($0.utf8) })

  /// Words for kinds of places; longer phrases before their own parts.
  private static let kindsOfPlace: [(phrase: [ArraySlice<UInt8>], rank: NameRank)] = [
    (
      [
        "governorate", "province", "muhafazat", "muhafaza", "muhafazah", "mohafazat", "mohafaza",
        "محافظه",
      ], NameRank.governorate
    ),
    (
      [
        "sub district", "subdistrict", "nahiyat", "nahiya", "nahiyah", "nahya", "nahia", "ناحيه",
      ], .subdistrict
    ),
    (
      [
        "district", "mantikat", "mantika", "mantiqat", "mantiqa", "mintaqat", "mintaqa",
        "mintaqah", "منطقه",
      ], .district
    ),
    (["neighborhood", "neighbourhood", "quarter", "حي"], .neighborhood),
    (["city", "town", "village", "مدينه", "بلده", "قريه"], .settlement),
  ].flatMap { phrases, rank in phrases.map { (NameKey($0).words, rank) } }
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
