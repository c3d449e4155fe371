/// The longer texts of a page: methods, caveats, explanations.
enum Paragraph: CatalogEntry, CaseIterable {
  case countedOnce, snapping, timeHeld, timeStart, timeSpread, bounds, sourcesNotAdded, stocks
  case protectionRule, waiting, mapMethod, changeMethod, digitsMethod, noCountry, noMaps
  case nothing, rowsShown, flowsShown, withheldCaveat, internalCaveat, placedShare, timeCaveat
  case openCaveat, otherSourcesCaveat, incompleteCaveat, approximateZone, trustCaveat
  case findingLine, inputsNotTold, fileHashes, disclaimer, boundaryLicence, summaryFiles
  case accountsIntro, comparedPeriods, sharedAxis, figureLine, sinceBefore
  case roundingRule, roundedCaveat

  var text: Translated {
    switch self {
    case .countedOnce:
      Translated(
        "Every record is counted in exactly one place on each level: in a region, or, where its place is not known that well, as “exact place not known” in the smallest region that surely holds it; else abroad, outside every region, or without a place.",
        "يُحتسب كل سجل في مكان واحد فقط على كل مستوى: في وحدة إدارية، أو ضمن «المكان غير محدد» في أصغر وحدة تحتويه يقينًا إذا لم يكن مكانه معروفًا بهذه الدقة، وإلا فخارج البلاد أو خارج جميع الوحدات أو بلا مكان."
      )
    case .snapping:
      Translated(
        "A point outside every region but within {1} m of one counts in the nearest.",
        "النقطة الواقعة خارج جميع الوحدات الإدارية وعلى بعد لا يتجاوز {1} م من إحداها تُحتسب في أقربها."
      )
    case .timeHeld:
      Translated(
        "A record whose days cross the end of a period counts in the whole period only, not in one of its parts.",
        "السجل الذي تمتد أيامه عبر نهاية إحدى الفترات يُحتسب في كامل المدة فقط، لا في جزء منها.")
    case .timeStart:
      Translated(
        "A record whose days cross the end of a period counts in the period in which it begins.",
        "السجل الذي تمتد أيامه عبر نهاية إحدى الفترات يُحتسب في الفترة التي يبدأ فيها.")
    case .timeSpread:
      Translated(
        "A record whose days cross the end of a period is spread evenly over its days.",
        "السجل الذي تمتد أيامه عبر نهاية إحدى الفترات يُوزَّع بالتساوي على أيامه.")
    case .bounds:
      Translated(
        "Low, best and high figures are added up apart. “Or more” means that a source gives no upper bound. An unknown number is never taken for zero, and no report is not zero.",
        "تُجمع الأرقام الدنيا والأرجح والعليا كلٌّ على حدة. وعبارة «أو أكثر» تعني أن مصدرًا لم يذكر حدًا أعلى. ولا يُعدّ الرقم المجهول صفرًا أبدًا، كما أن عدم وجود تقارير لا يعني صفرًا."
      )
    case .sourcesNotAdded:
      Translated(
        "Sources that count the same events or people are never added up: one is taken, and what the others say shows as the range.",
        "لا تُجمع أبدًا المصادر التي تعدّ الأحداث أو الأشخاص أنفسهم: يُؤخذ أحدها، ويظهر ما تقوله المصادر الأخرى في النطاق."
      )
    case .stocks:
      Translated(
        "Figures of people present are those of the latest day known and are never added up over time.",
        "أرقام الأشخاص الموجودين هي أرقام آخر يوم معروف، ولا تُجمع عبر الزمن أبدًا.")
    case .protectionRule:
      Translated(
        "By policy “{1}”, figures of living people that are above zero and below {2}, or that rest on too few records, are withheld, with as many others as it takes so that nobody can work them out. Before publication an attack on the release had to fail.",
        "وفق السياسة «{1}» تُحجب أرقام الأشخاص الأحياء التي تزيد على صفر وتقل عن {2} أو التي تستند إلى عدد قليل جدًا من السجلات، ومعها ما يلزم من أرقام أخرى كي لا يتمكن أحد من استنتاجها. وقد اختُبر الإصدار قبل نشره بمحاولة استنتاج المحجوب وفشلت المحاولة."
      )
    case .roundingRule:
      Translated(
        "By policy “{1}”, figures of living people are rounded to multiples of {2}, up or down by a secret draw, so that all sums hold; none lies more than {3} from what was counted. Before publication an attack on the release had to fail.",
        "وفق السياسة «{1}» تُقرَّب أرقام الأشخاص الأحياء صعودًا أو نزولًا، بسحب سرّي، إلى مضاعفات {2} بحيث تبقى جميع المجاميع صحيحة، ولا يبعد أي منها أكثر من {3} عن العدد المحصى. وقد اختُبر الإصدار قبل نشره بمحاولة استنتاج الأرقام الأصلية وفشلت المحاولة."
      )
    case .roundedCaveat:
      Translated(
        "Figures of living people are rounded: each is a multiple of {1} and lies at most {2} from what was counted. A 0 may stand for up to {2} people, and changes and rates are those of rounded figures.",
        "أرقام الأشخاص الأحياء مقرَّبة: كل رقم منها من مضاعفات {1} ولا يبعد أكثر من {2} عن العدد المحصى. وقد يدل الصفر على ما يصل إلى {2} من الأشخاص، كما أن التغيّرات والمعدلات محسوبة من أرقام مقرَّبة."
      )
    case .waiting:
      Translated(
        "A figure that is missing here may also be one that changed after it was published and waits for the next scheduled revision.",
        "قد يكون الرقم الغائب هنا رقمًا تغيّر بعد نشره وينتظر المراجعة الدورية التالية.")
    case .mapMethod:
      Translated(
        "Maps: Lambert azimuthal equal-area projection on WGS 84, centred on each map; outlines drawn as finely as can be seen, shared borders kept. Colours: at most {1} classes by natural breaks (Jenks, optimal), made on each map from the figures shown there over the whole period.",
        "الخرائط: إسقاط لامبرت السمتي متساوي المساحة على WGS 84 متمركز على كل خريطة؛ والحدود مرسومة بالدقة التي يمكن رؤيتها مع الحفاظ على الحدود المشتركة. الألوان: {1} فئات على الأكثر وفق الفواصل الطبيعية (جنكس، الحل الأمثل)، محسوبة لكل خريطة من الأرقام المعروضة فيها لكامل المدة."
      )
    case .changeMethod:
      Translated(
        "Change: {1} against {2}. It is given only where both numbers are shown and complete.",
        "التغيّر: {1} مقارنة بـ{2}. ولا يُذكر إلا حيث يكون الرقمان معروضين وكاملين.")
    case .digitsMethod:
      Translated(
        "Dates are those of the time zone {1}.",
        "التواريخ وفق المنطقة الزمنية {1}.")
    case .noCountry:
      Translated(
        "This release shows no figures for the country as a whole.",
        "لا يعرض هذا الإصدار أرقامًا للبلد بأكمله.")
    case .noMaps:
      Translated(
        "No figure of this release can be shown on a map.",
        "لا يوجد في هذا الإصدار رقم يمكن عرضه على خريطة.")
    case .nothing:
      Translated(
        "Nothing was reported in this period.",
        "لم تُسجَّل أي بلاغات في هذه الفترة.")
    case .rowsShown:
      Translated(
        "Shown: {1} of {2}. All of them stand in tallies.csv.",
        "المعروض: {1} من أصل {2}. وجميعها في الملف tallies.csv.")
    case .flowsShown:
      Translated(
        "Shown: {1} of {2}. All of them stand in flows.geojson.",
        "المعروض: {1} من أصل {2}. وجميعها في الملف flows.geojson.")
    case .withheldCaveat:
      Translated(
        "“Withheld” means that there is a figure and that it is not told, because it, or another one together with it, could point at people. It is not zero, and it may be small or large.",
        "«محجوب» تعني أن هناك رقمًا لا يُفصح عنه لأنه قد يدلّ، وحده أو مع رقم آخر، على أشخاص بعينهم. وهو ليس صفرًا، وقد يكون صغيرًا أو كبيرًا."
      )
    case .internalCaveat:
      Translated(
        "Nothing is withheld here. Small numbers identify people and can put them in danger: keep this report inside the organisation.",
        "لا شيء محجوب هنا. الأرقام الصغيرة تكشف هوية الأشخاص وقد تعرّضهم للخطر: أبقوا هذا التقرير داخل المنظمة."
      )
    case .placedShare:
      Translated(
        "{1}: of {2}, {3} could be placed in a {4}; the others are counted in the country or elsewhere.",
        "{1}: المقروء {2}، وأمكن نسبة {3} منها إلى مستوى «{4}»؛ أما البقية فتُحتسب على مستوى البلد أو في مكان آخر."
      )
    case .timeCaveat:
      Translated(
        "Some records are known only to a longer time than one period. They are part of the figures for the whole period and of no single one, so periods may add up to less than the whole.",
        "بعض السجلات معروفة ضمن مدة أطول من فترة واحدة. وهي محسوبة في كامل المدة لا في فترة بعينها، ولذلك قد يكون مجموع الفترات أقل من الكل."
      )
    case .openCaveat:
      Translated(
        "Figures marked “or more” are lower bounds: a source gives no upper one.",
        "الأرقام المقترنة بعبارة «أو أكثر» هي حدود دنيا: لم يذكر المصدر حدًا أعلى.")
    case .otherSourcesCaveat:
      Translated(
        "Where only sources that were not chosen report something, their range is shown and no best figure.",
        "حيث لا يوجد سوى بلاغات من مصادر لم تُعتمد، يُعرض نطاقها دون رقم مرجّح.")
    case .incompleteCaveat:
      Translated(
        "{1} is not complete: the data end on {2}.",
        "{1} غير مكتملة: تنتهي البيانات في {2}.")
    case .approximateZone:
      Translated(
        "The outline of {1} is approximate.",
        "حدود {1} تقريبية.")
    case .trustCaveat:
      Translated(
        "For comparison only: every point was taken as exact, whatever its source says of its precision.",
        "للمقارنة فقط: عُدّت كل نقطة دقيقة مهما قال مصدرها عن دقتها.")
    case .findingLine:
      Translated(
        "{1}: {2}",
        "{1}: {2}")
    case .inputsNotTold:
      Translated(
        "This release protects people, so it tells nothing of its input files but how they were read: {1}.",
        "هذا الإصدار يحمي الأشخاص، ولذلك لا يذكر عن ملفات المدخلات سوى كيفية قراءتها: {1}.")
    case .fileHashes:
      Translated(
        "The size and SHA-256 of every file of this release stand in datapackage.json.",
        "حجم كل ملف من ملفات هذا الإصدار وبصمته (SHA-256) مذكوران في datapackage.json.")
    case .disclaimer:
      Translated(
        "The boundaries and names shown and the designations used do not imply official endorsement or acceptance by the United Nations or by this project.",
        "لا تعني الحدود والأسماء المبيّنة والتسميات المستخدمة إقرارًا أو قبولًا رسميًا من الأمم المتحدة أو من هذا المشروع."
      )
    case .boundaryLicence:
      Translated(
        "Licence of the boundaries: {1}",
        "ترخيص الحدود: {1}")
    case .summaryFiles:
      Translated(
        "Maps, tables and methods: {1}; all figures: {2}.",
        "الخرائط والجداول والمنهجية: {1}؛ جميع الأرقام: {2}.")
    case .accountsIntro:
      Translated(
        "Each record read ends in exactly one column, so the columns add up to what was read.",
        "ينتهي كل سجل مقروء في عمود واحد فقط، فمجموع الأعمدة يساوي المقروء.")
    case .comparedPeriods:
      Translated(
        "{1}, compared with {2}.",
        "{1} مقارنة بـ{2}.")
    case .sharedAxis:
      Translated(
        "{1} by {2}. All charts have one scale, from 0 to {3}.",
        "{1} بحسب {2}. لجميع الرسوم مقياس واحد من 0 إلى {3}.")
    case .figureLine:
      Translated(
        "{1}: {2}",
        "{1}: {2}")
    case .sinceBefore:
      Translated(
        "{1}: {2}; change: {3}",
        "{1}: {2}؛ التغيّر: {3}")
    }
  }
}
