"""Made the workbooks beside this file, with openpyxl 3.1.5 from PyPI, and the gzip files.

Headers are spelled as OCHA's workbooks of several years spell them; the figures are invented.
"""
import csv
import datetime
import gzip
import pathlib

import openpyxl

FLOWS = ["Reporting Month", "IDP Returnees", "Mohafaza", "Mohafaza PCODE", "Mantika",
         "Mantika PCODE", "Nahya", "Nahya PCODE", "Community", "Community PCODE",
         "Sum of IDP Flow Estimation"]
HAMA = ["Hama", "SY05", "Hama", "SY0500", "Hama", "SY050000", "Hama", "C2987"]


def flows():
    book = openpyxl.Workbook()
    readme = book.active
    readme.title = "Read me"
    readme.append(["Estimates by community"])
    sheet = book.create_sheet("Flow_Estimation")
    sheet.append(["IDP movements and spontaneous returns"])
    sheet.append([])
    sheet.append(FLOWS)
    month = datetime.date(2018, 1, 1)
    sheet.append([month, "IDP", *HAMA, 12.5])
    sheet.append(["January 2018", "Returnees", *HAMA, 3.3300000000000001])
    sheet.append([month, "IDP", *HAMA, "#N/A"])
    sheet.append([month, "IDP", *HAMA, "=1+1"])
    sheet.append(["Grand Total", *[None] * 9, 15.83])
    matrix(book.create_sheet("Matrix January 2018"))
    matrix(book.create_sheet("Old January 2018"))
    book["Old January 2018"].sheet_state = "hidden"
    book.save("ocha-workbook.xlsx")


def matrix(sheet):
    sheet.append(["Origin / Destination", "Aleppo", "Hama", "Grand Total"])
    sheet.append(["Aleppo", 1, 2, 3])


def matrix_2022():
    """Rows are origins; fractions, blanks and a zero; all totals right."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "IDPs"
    sheet.append(["IDP movements by governorate, January 2022"])
    sheet.append(["Governorate of origin", "Aleppo", "Hama", "Ar-Raqqa", "Grand Total"])
    sheet.append(["Aleppo", 10.5, 0, None, 10.5])
    sheet.append(["Hama", 3.333333333333333, 20, None, 23.333333333333332])
    sheet.append(["Ar-Raqqa", None, None, None, None])
    sheet.append(["Grand Total", 13.833333333333334, 20, None, 33.833333333333336])
    book.save("ocha-matrix-2022.xlsx")


def matrix_2017():
    """Rows are destinations, headers with underscores; a row, a column and the whole falsified."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Spontaneous_Returnees"
    sheet.append(["Reporting_Month", "Destination \\ Origin", "SY02", "SY05", "Total"])
    sheet.append([datetime.date(2017, 5, 1), "SY02", 7, 1.25, 9.25])
    sheet.append([datetime.date(2017, 5, 1), "SY05", None, 2.5, 2.5])
    sheet.append([None, "Total", 7, 4.75, 12])
    book.save("ocha-matrix-2017.xlsx")


def tagged():
    """The rows of hxl.csv beside a list of codes whose tags make no table of records."""
    book = openpyxl.Workbook()
    codes = book.active
    codes.title = "Codes"
    codes.append(["Code", "Name"])
    codes.append(["#adm1+code", "#adm1+name"])
    sheet = book.create_sheet("Data")
    with open("hxl.csv", encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            sheet.append([cell or None for cell in row])
    book.save("hxl.xlsx")


def packed():
    for name in ["ocha-flows.csv"]:
        content = pathlib.Path(name).read_bytes()
        pathlib.Path(name + ".gz").write_bytes(gzip.compress(content, mtime=0))


flows()
matrix_2022()
matrix_2017()
tagged()
packed()
