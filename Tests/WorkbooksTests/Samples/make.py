"""Made the workbooks beside this file, with openpyxl 3.1.5 and XlsxWriter 3.3.1 from PyPI.

Kept so that a reader can see what is in them; the tests read the workbooks, not this.
"""
import datetime
import zipfile

import openpyxl
import xlsxwriter

DAY = datetime.datetime(2024, 2, 29)
NOON = datetime.datetime(2024, 2, 29, 12, 30, 15)


def with_openpyxl():
    """Texts in the cells' own order, formulas that were never calculated, hidden sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Flow_Estimation"
    sheet.append(["Reporting Month", "Persons", "Sure"])
    sheet.append([DAY, 1234.5, True])
    sheet.append([NOON, 0.3, False])
    sheet["A5"] = "مدينة حماة"
    sheet["B5"] = "=SUM(B2:B3)"
    sheet["C5"] = "#N/A"
    sheet.merge_cells("A7:C8")
    sheet["A7"] = "merged"
    sheet["XFD9"] = 12
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.create_sheet("Very").sheet_state = "veryHidden"
    book.save("openpyxl.xlsx")


def with_xlsxwriter(name, options):
    """Shared texts, results of formulas, formats of dates, rich text, blanks with a format."""
    book = xlsxwriter.Workbook(name, options)
    book.set_properties({"created": DAY})
    sheet = book.add_worksheet("Dates & more")
    formats = ["yyyy-mm-dd", "dd/mm/yyyy hh:mm", "mmm-yy", "h:mm AM/PM", "[h]:mm:ss", "0.00",
               '"day" 0', "[$-409]d mmm yyyy;@", "[Red]0", r"\d0"]
    for row, code in enumerate(formats):
        sheet.write_string(row, 0, code)
        sheet.write_number(row, 1, 45351.5, book.add_format({"num_format": code}))
    bold = book.add_format({"bold": True})
    sheet.write_rich_string("A12", "plain ", bold, "bold")
    sheet.write_formula("A13", "=1/3", None, 0.333333333333333)
    sheet.write_formula("B13", '="a"&"b"', None, "ab")
    sheet.write_formula("C13", "=NA()", None, "#N/A")
    sheet.write_formula("D13", "=TRUE()", None, True)
    sheet.write_blank("A14", None, bold)
    sheet.write_string("A15", "line\nbreak_x000D_ & <tag>")
    book.add_chartsheet("Chart").set_chart(chart(book))
    book.close()


def chart(book):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "='Dates & more'!$B$1:$B$3"})
    return chart


def bomb():
    """A sheet of 4 MiB of blanks in 4 KB; all else as a workbook should be."""
    with zipfile.ZipFile("openpyxl.xlsx") as source:
        parts = {name: source.read(name) for name in source.namelist()}
    head, tail = parts["xl/worksheets/sheet1.xml"].split(b"</sheetData>")
    parts["xl/worksheets/sheet1.xml"] = head + b" " * (4 << 20) + b"</sheetData>" + tail
    with zipfile.ZipFile("bomb.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, content in parts.items():
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)


with_openpyxl()
with_xlsxwriter("xlsxwriter.xlsx", {})
with_xlsxwriter("xlsxwriter-1904.xlsx", {"date_1904": True})
bomb()
