/// Figures, their states, and the columns of tables.
enum FigurePhrase: CatalogEntry, CaseIterable {
  case withheld, noReport, zero, numberless, otherSources, otherSourcesRange, atLeast, atMost
  case range, notShown, figureWithRange, rose, fell, unchanged, openRange, higher, region
  case thisPeriod, periodBefore, change, indicator, figure, low, high, state, origin
  case destination, kind, people, level, reported, place, unit, roundedZero

  var text: Translated {
    switch self {
    case .withheld: Translated("withheld", "محجوب")
    case .noReport: Translated("no report", "لا تقارير")
    case .zero: Translated("zero reported", "صفر")
    case .roundedZero: Translated("0, rounded from at most {1}", "0 مقرَّبًا من {1} على الأكثر")
    case .numberless: Translated("number not stated", "العدد غير مذكور")
    case .otherSources: Translated("other sources only", "مصادر أخرى فقط")
    case .otherSourcesRange: Translated("{1} by other sources", "{1} وفق مصادر أخرى")
    case .atLeast: Translated("at least {1}", "{1} على الأقل")
    case .atMost: Translated("at most {1}", "{1} على الأكثر")
    case .range: Translated("{1}–{2}", "{1} إلى {2}")
    case .notShown: Translated("not shown", "غير معروض")
    case .figureWithRange: Translated("{1} ({2})", "{1} ({2})")
    case .rose: Translated("▲ +{1}", "▲ +{1}")
    case .fell: Translated("▼ −{1}", "▼ −{1}")
    case .unchanged: Translated("= 0", "= 0")
    case .openRange: Translated("{1} or more", "{1} أو أكثر")
    case .higher: Translated("or more", "أو أكثر")
    case .region: Translated("Region", "المكان")
    case .thisPeriod: Translated("This period", "هذه الفترة")
    case .periodBefore: Translated("Before", "السابقة")
    case .change: Translated("Change", "التغيّر")
    case .indicator: Translated("What is counted", "ما يُعدّ")
    case .figure: Translated("Figure", "الرقم")
    case .low: Translated("Low", "الأدنى")
    case .high: Translated("High", "الأعلى")
    case .state: Translated("State", "الحالة")
    case .origin: Translated("From", "من")
    case .destination: Translated("To", "إلى")
    case .kind: Translated("Kind", "النوع")
    case .people: Translated("Number", "العدد")
    case .level: Translated("Level", "المستوى")
    case .reported: Translated("reported", "مُبلَّغ عنه")
    case .place: Translated("Place", "المكان")
    case .unit: Translated("Unit", "الوحدة")
    }
  }
}
