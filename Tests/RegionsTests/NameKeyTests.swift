import Testing

@testable import Regions

@Suite("P6: names are compared after normalisation")
struct NameKeyTests {
  @Test(
    "the key of a name",
    arguments: [
      ("Ar-Raqqah", "ar raqqah"),
      ("  AR  RAQQAH ", "ar raqqah"),
      ("Dar'a", "dara"),
      ("Dar’a", "dara"),
      ("Darʿa", "dara"),
      ("Dar´a", "dara"),
      ("Ḩimş", "hims"),
      ("H\u{327}ims\u{327}", "hims"),
      ("Ḥimṣ", "hims"),
      ("Nāḩiyat ‘Ayn Ḩalāqīm", "nahiyat ayn halaqim"),
      ("Al Hurriya_ Ish Al Werwer", "al hurriya ish al werwer"),
      ("Beit Meheb / Jdeydeh", "beit meheb jdeydeh"),
      ("Southern(Al-rradar)", "southern al rradar"),
      ("Karm\nal-Jabal\u{00A0}2", "karm al jabal 2"),
      ("ＨＯＭＳ", "homs"),
      ("ﬁq", "fiq"),
      ("Straße Łódź Ærø ıI", "strasse lodz aero ii"),
      ("Türkiye", "turkiye"),
      ("Côte d'Ivoire", "cote divoire"),
      ("", ""),
      ("- / _", ""),
    ])
  func latin(name: String, key: String) {
    #expect(NameKey(name).description == key)
  }

  @Test(
    "Arabic spellings of one name have one key",
    arguments: [
      [
        "إدلب", "ادلب", "أدلب", "آدلب", "ٱدلب", "ا\u{655}دلب", "إِدْلِب", "إدلــب",
        "\u{200F}إدلب\u{200E}",
      ],
      ["حماة", "حماه"],
      ["الزبداني", "الزبدانى", "الزبدانی"],
      ["كفر بطنا", "کفر بطنا", "كفر\u{200C} بطنا"],
      ["ﻻذقية", "لاذقية", "ﻻﺫﻗﻴﺔ"],
      ["مؤتة", "مو\u{654}تة", "مو\u{64F}\u{654}تة"],
      ["حي ٦", "حي 6", "حي ۶"],
    ])
  func arabic(spellings: [String]) {
    #expect(Set(spellings.map(NameKey.init)).count == 1)
  }

  @Test(
    "different names keep different keys",
    arguments: [
      ("Raqqa", "Raqqah"), ("Harim", "Harem"), ("مؤتة", "موتة"), ("بئر", "بير"), ("حي", "حيا"),
      ("か", "が"), ("Tall Abyad", "Tallabyad"),
    ])
  func different(left: String, right: String) {
    #expect(NameKey(left) != NameKey(right))
  }

  @Test(
    "the key without articles",
    arguments: [
      ("As-Sweida", "sweida"), ("Deir ez-Zor", "deir zor"), ("Jisr-Ash-Shugur", "jisr shugur"),
      ("الرقة", "رقه"), ("دير الزور", "دير زور"), ("Aleppo", nil), ("Al", nil), ("الب", nil),
    ])
  func articles(name: String, rest: String?) {
    #expect(NameKey(name).withoutArticles?.description == rest)
  }

  @Test(
    "the key without a word for a kind of place, and the kind",
    arguments: [
      ("Hamah Governorate", "hamah", NameRank.governorate),
      ("Governorate of the Countryside", "the countryside", .governorate),
      ("محافظة حلب", "حلب", .governorate),
      ("Muḩāfaz̧at Ḩimş", "hims", .governorate),
      ("Afrin district", "afrin", .district),
      ("منطقة عفرين", "عفرين", .district),
      ("Raju Sub-District", "raju", .subdistrict),
      ("Nāḩiyat Rājū", "raju", .subdistrict),
      ("ناحية راجو", "راجو", .subdistrict),
      ("حي بابا عمرو", "بابا عمرو", .neighborhood),
      ("City of Homs", "homs", .settlement),
      ("مدينة حمص", "حمص", .settlement),
    ])
  func kinds(name: String, rest: String, rank: NameRank) throws {
    let found = try #require(NameKey(name).withoutKindOfPlace)
    #expect(found.rest.description == rest)
    #expect(found.rank == rank)
  }

  @Test("a word for a kind of place alone is kept", arguments: ["District", "City of", "محافظة"])
  func kindAlone(name: String) {
    #expect(NameKey(name).withoutKindOfPlace == nil)
  }
}
