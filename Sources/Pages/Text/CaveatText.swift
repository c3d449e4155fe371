/// What a kind of finding means for the figures, in plain words.
enum CaveatText {
  /// By the rule's id, as `accounts.json` writes it.
  static let byRule: [String: Translated] = [
    "row/unreadable":
      Translated(
        "Rows could not be taken apart into fields; they are not counted.",
        "صفوف تعذّر تقسيمها إلى حقول؛ لم تُحتسب."),
    "row/missing-id":
      Translated(
        "Rows without an id or a source; they are not counted.",
        "صفوف بلا معرّف أو مصدر؛ لم تُحتسب."),
    "row/repeated-header":
      Translated(
        "Headers stood in the middle of a file; they are no data.",
        "ترويسات مكررة داخل الملف؛ ليست بيانات."),
    "row/total":
      Translated(
        "Rows that are sums of others; they are not counted twice.",
        "صفوف هي مجاميع لغيرها؛ لا تُحتسب مرتين."),
    "row/overlaps":
      Translated(
        "Rows that repeat what others count; they are not counted twice.",
        "صفوف تكرر ما يعدّه غيرها؛ لا تُحتسب مرتين."),
    "row/no-figure":
      Translated(
        "Rows that state no figure; they are not counted as zero.",
        "صفوف لا تذكر رقمًا؛ لا تُعدّ صفرًا."),
    "row/no-indicator":
      Translated(
        "Figures of something that is not counted here.",
        "أرقام لما لا يُعدّ هنا."),
    "row/discounted":
      Translated(
        "Events that their source no longer holds to be true; they are not counted.",
        "أحداث تراجع مصدرها عنها؛ لم تُحتسب."),
    "row/publisher-error":
      Translated(
        "Rows that their publisher marks as wrong; they are not counted.",
        "صفوف وسمها ناشرها بالخطأ؛ لم تُحتسب."),
    "row/publisher-warning":
      Translated(
        "Rows that their publisher warns of; they are counted.",
        "صفوف نبّه ناشرها إليها؛ احتُسبت."),
    "date/unreadable":
      Translated(
        "Dates that cannot be read; the rows are not counted.",
        "تواريخ تعذّرت قراءتها؛ لم تُحتسب صفوفها."),
    "date/ambiguous-order":
      Translated(
        "Dates in which day and month may be exchanged; the rows are not counted.",
        "تواريخ قد يكون يومها وشهرها متبادلين؛ لم تُحتسب صفوفها."),
    "date/missing":
      Translated(
        "Rows without a date; they are not counted.",
        "صفوف بلا تاريخ؛ لم تُحتسب."),
    "date/end-before-start":
      Translated(
        "Rows that end before they begin; they are not counted.",
        "صفوف تنتهي قبل بدايتها؛ لم تُحتسب."),
    "date/suspicious":
      Translated(
        "Dates that often stand for an unknown one; the rows are counted.",
        "تواريخ كثيرًا ما ترمز إلى تاريخ مجهول؛ احتُسبت صفوفها."),
    "figure/unreadable":
      Translated(
        "Numbers that cannot be read; the rows are not counted.",
        "أعداد تعذّرت قراءتها؛ لم تُحتسب صفوفها."),
    "figure/negative":
      Translated(
        "Numbers below zero; the rows are not counted.",
        "أعداد دون الصفر؛ لم تُحتسب صفوفها."),
    "figure/range-widened":
      Translated(
        "Low, best and high were out of order; the range holds all three.",
        "الأدنى والأرجح والأعلى بترتيب مخالف؛ وُسّع النطاق ليشملها."),
    "figure/decimals-rounded":
      Translated(
        "Numbers with more decimals than are kept; they were rounded.",
        "أعداد بمنازل عشرية زائدة؛ قُرّبت."),
    "figure/total-mismatch":
      Translated(
        "A stated total is not the sum of its rows; the rows are counted.",
        "مجموع مذكور لا يساوي مجموع صفوفه؛ احتُسبت الصفوف."),
    "figure/cumulative-fell":
      Translated(
        "A running total fell; nothing is counted until it rises above its highest value.",
        "عدد تراكمي انخفض؛ لا يُحتسب شيء حتى يتجاوز أعلى قيمة له."),
    "figure/withheld-by-source":
      Translated(
        "Numbers that their publisher hides; only their range is known.",
        "أعداد حجبها ناشرها؛ لا يُعرف سوى نطاقها."),
    "code/unknown":
      Translated(
        "Codes that the source’s codebook does not have; the rows are not counted.",
        "رموز ليست في دليل المصدر؛ لم تُحتسب صفوفها."),
    "place/bad-coordinate":
      Translated(
        "Coordinates that give no point on earth; names and codes decided.",
        "إحداثيات لا تدل على نقطة؛ اعتُمدت الأسماء والرموز."),
    "place/swapped-axes":
      Translated(
        "Points with longitude and latitude exchanged; they were not used.",
        "نقاط تبادل فيها خطا الطول والعرض؛ لم تُستخدم."),
    "place/unknown-code":
      Translated(
        "Codes that no place has.",
        "رموز لا تعود إلى أي مكان."),
    "place/unknown-name":
      Translated(
        "Names that no place has; nothing was guessed.",
        "أسماء لا تعود إلى أي مكان معروف؛ لم يُخمَّن شيء."),
    "place/ambiguous-name":
      Translated(
        "Names that several places share; nothing was guessed.",
        "أسماء تشترك فيها عدة أماكن؛ لم يُخمَّن شيء."),
    "place/code-against-point":
      Translated(
        "The named governorate and the point disagree; the point decided.",
        "المحافظة المذكورة والنقطة مختلفتان؛ اعتُمدت النقطة."),
    "place/codes-disagree":
      Translated(
        "Codes or names that contradict each other; the place is not known that well.",
        "رموز أو أسماء متعارضة؛ المكان غير محدد بدقة."),
    "place/no-room-for-mask":
      Translated(
        "Places too close to a border for a masked point.",
        "أماكن قريبة من الحدود بحيث لا تتّسع لنقطة مموّهة."),
    "place/outside":
      Translated(
        "Points beyond every region.",
        "نقاط خارج جميع الوحدات الإدارية."),
    "place/none":
      Translated(
        "Rows that do not say where.",
        "صفوف لا تذكر المكان."),
    "place/no-accuracy":
      Translated(
        "Points that do not say how exact they are; they count in the country only.",
        "نقاط لا تذكر دقتها؛ تُحتسب على مستوى البلد فقط."),
    "record/same-id-different-content":
      Translated(
        "One id stands for different contents; one of the rows is counted.",
        "معرّف واحد لمحتويات مختلفة؛ احتُسب أحد الصفوف."),
    "record/replaced":
      Translated(
        "Records replaced by a newer version.",
        "سجلات حلّت محلها نسخة أحدث."),
    "record/deleted":
      Translated(
        "Records that their source withdrew; they are not counted.",
        "سجلات سحبها مصدرها؛ لم تُحتسب."),
    "record/several-sources":
      Translated(
        "Several sources report one subject; one is counted, the others show as the range.",
        "مصادر عدة لموضوع واحد؛ احتُسب أحدها ويظهر الباقي في النطاق."),
    "record/other-country":
      Translated(
        "People of one other country in another; they are in no figure of people present.",
        "أشخاص من بلد آخر في بلد آخر؛ ليسوا ضمن أرقام الموجودين."),
    "file/damaged-text":
      Translated(
        "Texts that are not UTF-8; names in them may not be recognised.",
        "نصوص بترميز غير UTF-8؛ قد لا تُعرف الأسماء فيها."),
    "file/missing-column":
      Translated(
        "Columns that are missing; the file was not read.",
        "أعمدة ناقصة؛ لم يُقرأ الملف."),
    "file/rows-above-header":
      Translated(
        "Rows above the header; they are no data.",
        "صفوف فوق الترويسة؛ ليست بيانات."),
    "file/other-sheets":
      Translated(
        "Other sheets of the workbook were not read.",
        "أوراق أخرى في المصنف لم تُقرأ."),
    "cell/error":
      Translated(
        "Cells that show an error; they count as blank.",
        "خلايا تعرض خطأ؛ تُعدّ فارغة."),
    "cell/not-calculated":
      Translated(
        "Formulas without a result; they count as blank.",
        "صيغ بلا نتيجة؛ تُعدّ فارغة."),
    "file/null-bytes":
      Translated(
        "Rows that hold zero bytes; they are counted.",
        "صفوف فيها بايتات صفرية؛ احتُسبت."),
    "file/columns-not-read":
      Translated(
        "Columns that were not read; they are in no figure.",
        "أعمدة لم تُقرأ؛ ليست في أي رقم."),
    "file/unreadable":
      Translated(
        "A file that cannot be read to its end.",
        "ملف تعذّرت قراءته إلى نهايته."),
    "file/repeated":
      Translated(
        "A file given twice; it was read once.",
        "ملف أُعطي مرتين؛ قُرئ مرة واحدة."),
  ]
}
