/// Places, maps, accounts and provenance.
enum PlacePhrase: CatalogEntry, CaseIterable {
  case unspecified, outside, unplaced, abroad, areaNotKnown, zoneLevel, neighborsOnMap
  case timeNotKnown, wholeCoverage, mapOfLevel, mapInside, mapAround, legend, legendClass
  case legendSingle, scaleBar, east, west, north, south, arrows, withheldArrow, mapDescription
  case flowDescription, barsDescription, zoneOutline, notOnMap, byLevel, noRegionCaption,
    recordsByLevel, recordsInZones, settings, zoneFigure, file, rowsInFile, read, rejected, replaced
  case outOfRange, inRegions, unspecifiedPlaces, external, ties, snapped, insideZone
  case possiblyInZone, zone, layout, inputs, hash, boundaryEdition, program, setting, value
  case rule, severity, count, quarterLabel, weekLabel

  var text: Translated {
    switch self {
    case .unspecified: Translated("{1}, exact place not known", "{1}، المكان غير محدد")
    case .outside: Translated("Outside every region", "خارج جميع الوحدات الإدارية")
    case .unplaced: Translated("No usable place", "بلا مكان معروف")
    case .abroad: Translated("Abroad, country not stated", "خارج البلاد، الدولة غير مذكورة")
    case .areaNotKnown: Translated("Place not known", "المكان غير معروف")
    case .zoneLevel: Translated("zone", "نطاق")
    case .neighborsOnMap:
      Translated(
        "Grey: areas outside this map’s regions",
        "الرمادي: مناطق خارج نطاق هذه الخريطة")
    case .timeNotKnown: Translated("{1} (month or day not known)", "{1} (التاريخ غير محدد)")
    case .wholeCoverage: Translated("whole period", "كامل الفترة")
    case .mapOfLevel: Translated("{1} by {2}", "{1} بحسب {2}")
    case .mapInside: Translated("{1}: {2} by {3}", "{1}: {2} بحسب {3}")
    case .mapAround: Translated("{1} and its surroundings: {2}", "{1} ومحيطه: {2}")
    case .legend: Translated("{1}, {2}", "{1}، {2}")
    case .legendClass: Translated("{1} to {2}", "{1} إلى {2}")
    case .legendSingle: Translated("{1}", "{1}")
    case .scaleBar: Translated("{1} km", "{1} كم")
    case .east: Translated("{1}° E", "{1}° شرقًا")
    case .west: Translated("{1}° W", "{1}° غربًا")
    case .north: Translated("{1}° N", "{1}° شمالًا")
    case .south: Translated("{1}° S", "{1}° جنوبًا")
    case .arrows: Translated("Wider arrows: more people", "السهم الأعرض: عدد أكبر")
    case .withheldArrow:
      Translated(
        "Dashed: withheld or without a number",
        "متقطع: محجوب أو بلا عدد")
    case .mapDescription:
      Translated(
        "Map of {1}. {2} of them with a figure above zero. Highest: {3}. All figures stand in the tables below.",
        "الخريطة: {1}، لدى {2} منها رقم أكبر من الصفر. الأعلى: {3}. جميع الأرقام في الجداول أدناه.")
    case .flowDescription:
      Translated(
        "Map of movements from origin to destination; the table below lists them.",
        "خريطة التحركات من المنشأ إلى الوجهة؛ وهي مدرجة في الجدول أدناه.")
    case .barsDescription:
      Translated(
        "{1}: {2} by period, from {3} to {4}. Highest: {5}.",
        "{1}: {2} بحسب الفترة، من {3} إلى {4}. الأعلى: {5}.")
    case .byLevel: Translated("Level: {1}", "المستوى: {1}")
    case .noRegionCaption:
      Translated(
        "Figures of no region, or of no single period",
        "أرقام لا تعود إلى وحدة إدارية أو إلى فترة واحدة")
    case .recordsByLevel: Translated("Records by level", "السجلات بحسب المستوى")
    case .recordsInZones: Translated("Records in zones", "السجلات في النطاقات")
    case .settings: Translated("Settings of this run", "إعدادات هذا الإصدار")
    case .zoneFigure: Translated("{1}: {2}", "{1}: {2}")
    case .notOnMap: Translated("Not on this map: {1}", "ليس على هذه الخريطة: {1}")
    case .zoneOutline: Translated("Dashed outline: {1}", "الخط المتقطع: {1}")
    case .file: Translated("File", "الملف")
    case .rowsInFile: Translated("Rows in the file", "صفوف الملف")
    case .read: Translated("Read", "المقروءة")
    case .rejected: Translated("Rejected", "المرفوضة")
    case .replaced: Translated("Replaced", "المستبدلة")
    case .outOfRange: Translated("Out of the period", "خارج الفترة")
    case .inRegions: Translated("In a region", "ضمن وحدة إدارية")
    case .unspecifiedPlaces: Translated("Place not known that well", "مكان غير محدد بدقة")
    case .external: Translated("Abroad", "خارج البلاد")
    case .ties: Translated("On a border", "على حدود مشتركة")
    case .snapped: Translated("Moved to the nearest region", "أُلحقت بأقرب وحدة إدارية")
    case .insideZone: Translated("Surely inside", "داخله يقينًا")
    case .possiblyInZone: Translated("Possibly inside", "ربما داخله")
    case .zone: Translated("Zone", "النطاق")
    case .layout: Translated("Read as", "قُرئ بوصفه")
    case .inputs: Translated("Input files", "ملفات المدخلات")
    case .hash: Translated("SHA-256", "SHA-256")
    case .boundaryEdition: Translated("Edition of the boundaries", "إصدار الحدود")
    case .program: Translated("Program", "البرنامج")
    case .setting: Translated("Setting", "الإعداد")
    case .value: Translated("Value", "القيمة")
    case .rule: Translated("Rule", "القاعدة")
    case .severity: Translated("Severity", "الدرجة")
    case .count: Translated("Count", "العدد")
    case .quarterLabel: Translated("quarter {1} of {2}", "الربع {1} من {2}")
    case .weekLabel: Translated("{1} to {2}", "{1} إلى {2}")
    }
  }
}
