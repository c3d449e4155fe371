/// The head of a page and its headings.
enum HeadPhrase: CatalogEntry, CaseIterable {
  case title, subtitle, skipLink, period, area, publisher, sources, protection, made
  case isProtected, isInternal, internalBanner, dates, byStep, notTold, keyFigures, maps
  case movements, flowTable, comparison, overTime, allFigures, elsewhere, accounts, caveats
  case methods, provenance, licences

  var text: Translated {
    switch self {
    case .title: Translated("Incidents and displacement in {1}", "الحوادث والنزوح في {1}")
    case .subtitle: Translated("Report by region and period", "تقرير بحسب المناطق والفترات")
    case .skipLink: Translated("Skip to the key figures", "انتقل إلى الأرقام الرئيسية")
    case .period: Translated("Period", "الفترة")
    case .area: Translated("Area", "النطاق الجغرافي")
    case .publisher: Translated("Published by", "جهة النشر")
    case .sources: Translated("Sources read as", "المصادر المقروءة")
    case .protection: Translated("Protection", "الحماية")
    case .made: Translated("Made on", "تاريخ الإصدار")
    case .isProtected: Translated("Protected release, policy “{1}”", "إصدار محمي وفق السياسة «{1}»")
    case .isInternal:
      Translated(
        "Unprotected, for use inside the organisation only",
        "غير محمي، للاستخدام داخل المنظمة فقط")
    case .internalBanner: Translated("INTERNAL – NOT FOR PUBLICATION", "داخلي – غير مخصص للنشر")
    case .dates: Translated("{1} to {2}", "من {1} إلى {2}")
    case .byStep: Translated("counted by {1}", "بحسب {1}")
    case .notTold: Translated("not told in a protected release", "لا تُذكر في إصدار محمي")
    case .keyFigures: Translated("Key figures", "الأرقام الرئيسية")
    case .maps: Translated("Maps", "الخرائط")
    case .movements: Translated("Where people went", "وجهات النازحين والعائدين")
    case .flowTable:
      Translated(
        "Movements by origin and destination",
        "التحركات بحسب المنشأ والوجهة")
    case .comparison: Translated("This period and the one before", "هذه الفترة والفترة السابقة")
    case .overTime: Translated("Over time", "التطور الزمني")
    case .allFigures: Translated("All figures", "جميع الأرقام")
    case .elsewhere: Translated("Not placed in a region", "ما لم يُنسب إلى منطقة")
    case .accounts: Translated("What became of every record", "مصير كل سجل")
    case .caveats: Translated("Read this before using the figures", "تنبيهات قبل استخدام الأرقام")
    case .methods: Translated("How it was counted", "منهجية العدّ")
    case .provenance: Translated("Where it comes from", "مصدر البيانات وتوثيقها")
    case .licences: Translated("Licences and disclaimer", "التراخيص وإخلاء المسؤولية")
    }
  }
}
