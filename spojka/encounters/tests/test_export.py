import csv
import hashlib
import io
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from spojka.audit.models import Entry, Taken
from spojka.encounters import export, taking, workbook
from spojka.encounters.models import Act, Handout, Topic
from tests import make
from tools.repeats import counting, repeated


@pytest.fixture
def night(teren, hana):
    shift = make.shift(teren, event=make.event(teren, name="=Letní tání"))
    met = make.encounter(shift, client=make.client(teren, code="MOL 91 T"), recorded_by=hana.id, note="Tajné.")
    Act(**shift.ownership, encounter=met, code="deed", minutes=15).add()
    Handout(**shift.ownership, encounter=met, code="things", quantity=3).add()
    Topic(**shift.ownership, encounter=met, kind="theme", code="talk").add()
    make.encounter(shift, recorded_by=hana.id, is_late=True)
    return shift


def table(answer):
    text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_gives_the_rows_of_the_list_without_notes(hana, night, browse):
    heads, first, second = table(browse(hana).get("/podchod/encounters.csv"))
    said = dict(zip(heads, first, strict=True))

    assert (said["Den směny"], said["Kdy"], said["Kód"]) == ("2026-07-04", "2026-07-04 21:00", "MOL 91 T")
    assert (said["Akce"], said["Pracovník"], said["Minuty"]) == ("'=Letní tání", "Hana Večerní", "15")
    assert (said["Materiál"], said["Témata"], said["Výkony"]) == ("things 3×", "talk", "deed")
    assert (first[-1], second[-1]) == ("platné", "pozdní")
    assert "Tajné." not in str(first)


def test_the_workbook_has_days_as_days_and_numbers_as_numbers(hana, night, browse):
    body = b"".join(browse(hana).get("/podchod/encounters.xlsx").streaming_content)
    rows = list(load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True))

    assert rows[1][1:3] == (datetime.fromisoformat("2026-07-04"), datetime.fromisoformat("2026-07-04 21:00"))
    assert (rows[1][5], rows[1][8], rows[1][15]) == (1, "=Letní tání", 15)


def test_filters_narrow_it(hana, night, browse):
    assert len(table(browse(hana).get("/podchod/encounters.csv?state=late"))) == 2
    assert browse(hana).get("/podchod/encounters.csv?since=nevim").status_code == 200  # the list says what is wrong


def test_the_audit_holds_what_was_asked_how_much_went_and_its_digest(hana, teren, night, browse):
    body = b"".join(browse(hana).get("/podchod/encounters.csv?side=code").streaming_content)

    taken = Taken.objects.get()
    assert (taken.asked, taken.rows, taken.is_whole, taken.services) == ("side=code", 1, True, str(teren.pk))
    assert taken.digest == hashlib.sha256(body).hexdigest()
    assert Entry.objects.filter(is_reading=True, verb="encounters:export_csv", actor_id=hana.id).exists()


def test_who_asks_who_has_seen_a_record_learns_of_the_file(hana, anna, night, browse):
    met = night.encounters.order_by("pk").first()
    b"".join(browse(hana).get("/podchod/encounters.csv").streaming_content)

    page = browse(hana).get(f"/podchod/encounters/{met.pk}/") and browse(hana).get(f"/podchod/audit/row/{met.pk}/")

    assert [one.took for one in page.context["sightings"]] == [True]


def test_what_broke_off_is_remembered_too(hana, night):
    going = taking.taken(hana, export.Q(), "", "csv")
    next(going)
    going.close()

    assert (Taken.objects.get().is_whole, Taken.objects.get().rows) == (False, 2)


def test_only_heads_may_and_only_of_their_service(hana, anna, cyril, kontakt, night, browse):
    make.encounter(make.shift(kontakt))

    assert len(table(browse(hana).get("/podchod/encounters.csv"))) == 3
    assert browse(anna).get("/podchod/encounters.csv").status_code == 404
    assert browse(cyril).get("/podchod/encounters.csv").status_code == 404


def test_days_are_taken_in_portions(hana, teren, monkeypatch):
    monkeypatch.setattr(export, "PORTION", 2)
    for day in ("2026-07-01", "2026-07-02", "2026-07-03"):
        shift = make.shift(teren, day=day)
        make.encounter(shift)
        make.encounter(shift)

    days = [day for rows in export.portions(hana, export.Q()) for day in rows.table()["1"].to_pylist()]

    assert days == ["2026-07-01"] * 2 + ["2026-07-02"] * 2 + ["2026-07-03"] * 2
    assert export.count(hana, export.Q()) == 6


TYPED = ["=1+1", "\N{NO-BREAK SPACE}@a", 'a;"b"\r\nc', "<&>", "_x0041_\x0b", "\\"]


@pytest.fixture
def oddly(teren, hana):
    """Clients under codes that mean something to spreadsheets."""
    shift = make.shift(teren)
    for code in TYPED:
        make.encounter(shift, client=make.client(teren, code=code))


def test_a_table_gives_back_what_was_typed_and_no_formula(hana, oddly, browse):
    said = {row[4] for row in table(browse(hana).get("/podchod/encounters.csv"))[1:]}

    assert said == {"'=1+1", "'\N{NO-BREAK SPACE}@a", *TYPED[2:]}


def test_a_workbook_gives_back_what_was_typed(hana, oddly, browse, monkeypatch):
    monkeypatch.setattr(workbook, "LONGEST", 4)
    book = load_workbook(io.BytesIO(b"".join(browse(hana).get("/podchod/encounters.xlsx").streaming_content)))
    cells = [row[4] for sheet in book for row in sheet.iter_rows(min_row=2)]

    assert sorted(unescape(cell.value) for cell in cells) == sorted(TYPED)
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [sheet.max_row for sheet in book] == [5, 3]


def test_nothing_makes_a_workbook_of_heads(hana, browse):
    book = load_workbook(io.BytesIO(b"".join(browse(hana).get("/podchod/encounters.xlsx").streaming_content)))

    assert [len(list(sheet.iter_rows())) for sheet in book] == [1]


def test_names_are_asked_for_at_once(hana, night, browse):
    with counting() as asked:
        table(browse(hana).get("/podchod/encounters.csv"))

    assert repeated(asked) == []
