"""An invented messy table to try it with: what teams really send, and nobody in it is real."""

import io
from datetime import UTC, date, datetime, timedelta

HEADS = ["Datum", "Klient", "M/Ž", "Výkony", "Kondomy", "Jehly", "Délka", "Místo", "Poznámka", "Poznámka"]
PLACE = "Nádraží a okolí"


def workbook(today: date) -> bytes:
    """Return the table as XLSX, with days of last week."""
    import xlsxwriter

    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(today.year, today.month, today.day, tzinfo=UTC)})
        page = book.add_worksheet("Kontakty")
        bold = book.add_format({"bold": True})
        page.merge_range(0, 0, 0, len(HEADS) - 1, "Přehled kontaktů – terén (ukázka, vymyšlení lidé)", bold)
        page.write_row(2, 0, HEADS, bold)
        for place, row in enumerate(_rows(today), 3):
            page.write_row(place, 0, row)
        page.merge_range(6, 0, 7, 0, _said(today - timedelta(days=6)))
        page.set_column(0, len(HEADS) - 1, 15)
    return kept.getvalue()


def _said(day: date) -> str:
    return f"{day.day}. {day.month}. {day.year}"


def _rows(today: date) -> list[list[str | int | float]]:
    days = [today - timedelta(days=number) for number in (7, 6, 5, 4, 3)]
    first, _second, third, fourth, fifth = map(_said, days)
    two = f"{days[3].day}. {days[3].month}., {days[4].day}. {days[4].month}. {days[4].year}"
    return [
        [first, "ZARE0311M", "m", "VP, IP", 2, 10, "1 h 30", PLACE, "doklady", ""],
        [first.replace(" ", ""), "PEN 85 M", "M", "VM 2x", "", 20, "45 min", PLACE, "", ""],
        [first, "pen85m", "m", "kontakt", "", "", 15, PLACE, "", ""],
        ["", "", "ž", "KP", 1, "", 10, PLACE, "", "na skok"],
        ["", "PÉN-85-m", "", "KP", "", "", "", PLACE, "", ""],
        [third, "MOLA1207Z", "žena", "ošetření", "", 5, "20", PLACE, "převaz", ""],
        [f"{days[2].day:02}.{days[2].month:02}.{days[2].year % 100:02}", "", "", "info", 12, "", "", PLACE, "", ""],
        ["Celkem", "", "", "", 15, 35, "", "", "", ""],
        HEADS,
        [two, "ZARE0311M", "m", "IP", "", "", 30, PLACE, "", ""],
        [fourth, "MOLA1207Z", "ž", "kráčení", "", "", "", PLACE, "", ""],
        [fifth, "anonym", "", "KP", "1.500", "", "", PLACE, "", ""],
        [fifth, "", "m", "KP; IS", "", "", "15,0", PLACE, "čekal na kamaráda", ""],
        ["Pozn.: v pátek bylo zavřeno", "", "", "", "", "", "", "", "", ""],
    ]
