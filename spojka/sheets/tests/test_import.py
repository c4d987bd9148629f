"""Saving the good rows of a table, through the door that the page and the command share."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.clients.models import Client
from spojka.encounters.actions import encounters
from spojka.encounters.models import Encounter, Shift, ShiftPart
from spojka.sheets import actions
from spojka.sheets.judging import content_of
from spojka.sheets.models import Origin, Sheet
from tests import make

from .conftest import NOW, check, save, says, states

HEAD = "Datum;Klient;Výkony;Kondomy;Poznámka\n"
MAY = HEAD + "3. 5. 2026;ABCD1234M;KP;2;\n3. 5. 2026;;IP, KP 2x;;tři\n4.5.26;;info;;\n4.5.26;;info;;\n"


def test_makes_contacts_with_all_they_hold(bring, hana):
    save(bring(MAY), hana)

    row = Encounter.objects.get(client__code="ABCD1234M")
    assert row.handouts.get().code == "condom"
    assert row.acts.get().code == "KP"
    assert Encounter.objects.count() == 4


def test_gathers_rows_into_closed_shifts_by_day(bring, hana):
    save(bring(MAY), hana)

    shifts = Shift.objects.order_by("day")
    assert [(shift.day.isoformat(), shift.is_closed, shift.encounters.count()) for shift in shifts] == [
        ("2026-05-03", True, 2),
        ("2026-05-04", True, 2),
    ]
    assert not Encounter.objects.filter(is_late=True).exists()


def test_the_only_project_of_a_day_pays_for_what_was_brought(bring, hana, teren):
    project = make.project(teren, valid_from=NOW.date().replace(month=5, day=4))
    save(bring(MAY), hana)

    assert [(part.shift.day.day, part.project) for part in ShiftPart.objects.order_by("pk")] == [(4, project)]


def test_the_meaning_of_a_long_word_is_found_again(bring, hana, teren):
    name = "Za nádražím " * 9
    rows = f"Datum;Místo;Výkony\n3.5.2026;{name};KP\n"
    sheet, place = bring(rows), make.place(teren)
    ((said, _asked),) = sheet.asks["words"]["place"].items()

    sheet = check(actions.answer(by=hana, sheet=sheet, words={("place", said): str(place.pk)}, codes={}), hana)

    assert states(sheet) == {2: "new"}


@pytest.mark.parametrize(
    "again", [MAY, HEAD + "".join(sorted(MAY.splitlines(True)[1:])), MAY + "5.5.2026;;KP;;nový\n"]
)
def test_never_doubles_the_same_a_sorted_or_a_longer_table(bring, hana, again):
    save(bring(MAY), hana)

    save(bring(again), hana)

    assert Encounter.objects.count() == 4 + ("nový" in again)


def test_goes_on_where_it_was_killed(bring, hana, monkeypatch):
    monkeypatch.setattr(actions, "PORTION", 3)
    actions.take_in(by=hana, sheet=bring(MAY), with_similar=False, at=NOW)  # and nobody asks for the rest

    save(bring(MAY), hana)

    assert Encounter.objects.count() == 4


def test_says_that_a_changed_row_is_similar_and_asks(bring, hana):
    save(bring(MAY), hana)

    sheet = bring(MAY.replace("KP;2;", "KP;3;"), name="oprava.csv")

    assert states(sheet) == {2: "similar", 3: "there", 4: "there", 5: "there"}
    assert "row 2" in says(sheet, 2) or "řádek 2" in says(sheet, 2)
    assert Encounter.objects.count() == save(sheet, hana).origins.count() + 4 == 4


def test_what_was_answered_meanwhile_doubles_nothing(bring, hana):
    save(bring(HEAD + "3.5.2026;PEN 85 M;KP;;\n"), hana)
    sheet = bring(HEAD + "3.5.2026;PEN 85 M;KP;;\n4.5.2026;pen85m;KP;;\n")
    assert states(sheet) == {2: "there", 3: "ask"}

    sheet = actions.answer(by=hana, sheet=sheet, words={}, codes={"PEN85M": "PEN 85 M"})
    save(check(sheet, hana), hana)
    save(bring(HEAD + "4.5.2026;pen85m;KP;;\n"), hana)

    assert Encounter.objects.filter(client__code="PEN 85 M").count() == 2
    assert Client.objects.count() == 1


def test_tells_the_audit_who_brought_each_contact(bring, hana):
    save(bring(MAY), hana)

    told = Entry.objects.filter(verb=Permission.ENCOUNTER_IMPORT, subject_model="encounters.Encounter")
    assert {entry.actor_id for entry in told} == {hana.id}
    assert told.count() == Origin.objects.count() == 4


def test_erases_what_stood_in_the_table(bring, hana):
    sheet = save(bring(MAY), hana)

    sheet.refresh_from_db()
    assert (sheet.content, sheet.name, sheet.lines.count()) == (None, "", 0)
    assert sheet.counts == {"saved": 4}


def test_erases_tables_that_are_a_week_old(bring):
    old = bring(HEAD + "3.5.2026;;nevíme;;\n")
    Sheet.objects.filter(pk=old.pk).update(recorded_at=NOW - actions.WEEK - actions.timedelta(days=1))

    bring(MAY)

    old.refresh_from_db()
    assert old.is_gone


def test_takes_only_what_the_stand_would_take(bring, strict, hana, teren):
    """The fast path and the one contact at a time agree."""
    sheet = bring(HEAD + "3.5.2026;;KP;11;\n3.5.2026;;KP;10;\n3.5.2026;;KP 45x;;\n")

    assert states(sheet) == {2: "wrong", 3: "new", 4: "wrong"}
    shift = save(sheet, hana) and Shift.objects.get()
    for line in bring(HEAD + "3.5.2026;;KP;11;\n3.5.2026;;KP 45x;;\n").lines.order_by("number"):
        with pytest.raises((encounters.OverLimit, encounters.TooMuch)):
            encounters.record(
                by=hana, id=line.pk, shift=shift, content=content_of(line.facts), at=NOW,
                catalogue=actions.Known.of(teren).lists(shift.day),
            )  # fmt: skip


def test_takes_what_the_stand_would_only_warn_of(bring, hana):
    sheet = bring(HEAD + "3.5.2026;;KP;11;\n")

    assert states(sheet) == {2: "new"}
    save(sheet, hana)
    assert Encounter.objects.get().handouts.get().quantity == 11


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_is_not_for_a_worker_a_neighbour_or_a_stranger(bring, request, who):
    by, sheet = request.getfixturevalue(who), bring(MAY)

    for deed in (
        lambda: actions.take_in(by=by, sheet=sheet, with_similar=False, at=NOW),
        lambda: actions.check(by=by, sheet=sheet, at=NOW),
        lambda: actions.forget(by=by, sheet=sheet),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_the_page_of_a_contact_tells_where_it_came_from(bring, hana, anna, bara, cyril, browse):
    sheet = save(bring(MAY), hana)
    row = Encounter.objects.get(client__code="ABCD1234M")
    address = f"/podchod/encounters/{row.pk}/"

    page = browse(hana).get(address).content.decode()
    assert f"/podchod/sheets/{sheet.pk}/" in page
    assert "řádek 2" in page
    assert "Hana Večerní" in page
    page = browse(anna).get(address).content.decode()
    assert "řádek 2" in page
    assert "kveten.csv" not in page
    assert [browse(one).get(address).status_code for one in (bara, cyril)] == [404, 404]


def test_the_report_says_how_many_came_from_tables(bring, hana, anna, bara, teren, browse):
    save(bring(MAY), hana)
    make.encounter(make.shift(teren, day=date(2026, 5, 3)))
    address = "/podchod/reports/contacts/?from=2026-05-01&to=2026-05-31"

    for actor, said in ((hana, True), (anna, True), (bara, False)):
        assert ("4\xa0z těchto kontaktů" in browse(actor).get(address).content.decode()) is said
    assert "z těchto kontaktů" not in browse(hana).get(f"{address}&for=partner").content.decode()
