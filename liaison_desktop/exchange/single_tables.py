"""One table in one file: CSV or XLSX, made in memory."""

import io

from liaison_desktop.exchange.tables import Table, write_rows


def as_csv(table: Table, *, delimiter: str = ";") -> bytes:
    """The table as CSV (RFC 4180, UTF-8 with byte order mark)."""
    stream = io.StringIO(newline="")
    write_rows(table, stream, delimiter)
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table) -> bytes:
    """The table as the one sheet of a workbook; no text in it is run as a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.name)
    sheet.append(list(table.columns))
    for row in table.rows:
        cells = [WriteOnlyCell(sheet, row[column]) for column in table.columns]
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
