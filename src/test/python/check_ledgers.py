"""Adds up published ledgers a second time, without any code of the program, and compares.

    python3 src/test/python/check_ledgers.py LEDGERS [PINNED]

LEDGERS is the folder of the ledgers; PINNED the table of what the program reads of each, by default the one that
RealLedgersTest holds. Texts are split by Python's csv; workbooks are turned into CSV by LibreOffice (soffice). The
amount is the column of the first of the names below that a ledger has. A row counts if it has a date, a supplier and a
sum of whole pence. Prints a line for each ledger that both read, and whether lines and pence agree.
"""
import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

AMOUNTS = ["net amount", "amount net", "amount excluding vat", "amount excl vat", "net", "amount ex vat",
           "amount excluding vat gbp", "amount", "amount gbp", "amount paid", "payment amount", "line amount",
           "invoice amount", "transaction amount", "total amount", "total", "value", "award amount", "amount awarded",
           "net value", "invoice total"]
DATES = ["payment date", "date paid", "date of payment", "paid date", "date", "transaction date", "posting date",
         "pay date", "date of award", "award date", "effective date", "invoice date", "gl date", "clearing date"]
SUPPLIERS = ["supplier name", "supplier", "beneficiary", "vendor", "vendor name", "payee", "payee name", "creditor name",
             "name", "merchant", "merchant name", "supplier trading name", "beneficiary name", "recipient",
             "supplierbeneficiary name", "suppliername"]
DATE = re.compile(r"\s*(\d{1,4}[-/. ]\s?(\d{1,2}|[A-Za-z]{3,9})[-/. ]\s?\d{2,4}|\d{5}(\.\d+)?)([T ].*)?\s*$")


def text_of(path):
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def tables_of(path):
    """The file's texts, one for each sheet."""
    head = path.read_bytes()[:512]
    if head[:2] == b"PK" or head[:4] == b"\xd0\xcf\x11\xe0" or b"<?xml" in head:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["soffice", "--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to",
                 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', "--outdir", folder,
                 str(path)], check=True, capture_output=True, timeout=600)
            return [text_of(each) for each in sorted(pathlib.Path(folder).glob("*.csv"))]
    return [text_of(path)]


def simple(name):
    words = re.sub(r"[^a-z ]", "", name.lower().replace("_", " ").replace("-", " ").replace("£", ""))
    return " ".join(words.split())


def column(names, known):
    for name in known:
        if name in names:
            return names.index(name)
    return None


def pence(cell):
    text = cell.replace("£", "").replace(",", "").replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"\(.*\)|.*-", text):
        text = "-" + text.strip("()-")
    try:
        sum_ = Decimal(text)
    except InvalidOperation:
        return None
    whole = (sum_ * 100).to_integral_value()
    return int(whole) if abs(sum_ * 100 - whole) < Decimal("0.00001") else None


def add_up(table):
    first = table[:4096]
    comma = max(",;\t|", key=first.count)
    lines = total = 0
    at = None
    for row in csv.reader(io.StringIO(table, newline=""), delimiter=comma):
        names = [simple(cell) for cell in row]
        found = [column(names, known) for known in (DATES, SUPPLIERS, AMOUNTS)]
        if None not in found:
            at = found
            continue
        if at is None or len(row) <= max(at):
            continue
        sum_ = pence(row[at[2]])
        if DATE.match(row[at[0]]) and row[at[1]].strip() and sum_ is not None:
            lines += 1
            total += sum_
    return (lines, total) if at else None


def main(ledgers, pinned):
    csv.field_size_limit(1 << 30)
    agree = differ = 0
    for line in pathlib.Path(pinned).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\tread\t" not in line or "!" in line:
            continue
        name, _, _, accepted, _, expected = line.split("\t")
        sums = [found for found in map(add_up, tables_of(pathlib.Path(ledgers) / name)) if found]
        if not sums:
            continue
        found = (sum(each[0] for each in sums), sum(each[1] for each in sums))
        same = found == (int(accepted), int(expected))
        agree, differ = agree + same, differ + (not same)
        print(f"{'agrees ' if same else 'differs'} {name}: {found[0]:,} lines, {found[1] / 100:,.2f}"
              + ("" if same else f"; the program: {int(accepted):,} lines, {int(expected) / 100:,.2f}"))
    print(f"{agree} agree, {differ} differ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2
                  else "src/test/resources/org/spendreturns/intake/real-ledgers.tsv"))
