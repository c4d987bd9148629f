"""Cases and what was written into them are found by those who may see them."""

from django.db import connection
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import entries, people
from spojka.cases.models import Entry
from spojka.search.answer import answer
from spojka.search.asked import Asked
from spojka.search.columns import scope_within
from tests import make


def found(by, text):
    hits = [(group.source.key, hit.title, hit.note) for group in answer(Asked.of(text), by) for hit, _p in group.hits]
    return [hit for hit in hits if hit[0].startswith("case")]


def test_a_case_is_found_by_its_name_and_number(ema, cyril, case):
    assert found(ema, "rad") == [("cases", "Rada", "")]
    assert found(ema, str(case)) == [("cases", "Rada", "")]
    assert not found(cyril, "rad")


def test_what_was_written_is_found_as_far_as_it_is_open(ema, petra, let_in, write):
    write(ema, text="Našla brigádu v prádelně.")
    write(ema, Kind.PERSONAL, text="Vyrostla nad prádelnou.")
    let_in(Kind.COURSE)

    assert len(found(ema, "prádelna")) == 2
    assert [note for _key, _title, note in found(petra, "pradelna")] == ["Našla brigádu v prádelně."]


def test_the_index_skips_rows_of_other_cases(ema, write):
    """The page of one case costs the same, however many cases say the same word."""
    entry = write(ema, text="Našla brigádu v prádelně.")
    here, elsewhere = (Asked.of("prádelna").match(scopes={scope_within(id)}) for id in (entry.case_id, new_id()))

    assert Entry.objects.filter(words__match=here).get() == entry
    assert scope_within(entry.case_id) in entry.words.split()
    if connection.vendor == "sqlite":  # PostgreSQL's planner knows the case by itself
        assert not Entry.objects.filter(words__match=elsewhere).exists()


def test_an_own_note_is_found_by_the_service_alone(ema, petra, let_in, case):
    let_in(Kind.COURSE)
    now = timezone.now()
    deed = {"by": ema, "service": make.the_service_of(ema), "case": case, "about": None, "text": "Bojí se otce."}
    entries.note(**deed, id=new_id(), happened=now, at=now)

    assert [key for key, _title, _note in found(ema, "boji")] == ["case notes"]
    assert not found(petra, "boji")


def test_of_a_case_that_one_left_no_name_is_told(ema, petra, let_in, write, case, browse):
    participant, _consent = let_in()
    entry = write(petra, text="Našla brigádu v prádelně.")
    now = timezone.now()
    deed = {"by": petra, "service": make.the_service_of(petra), "case": case, "about": None, "text": "Brigáda končí."}
    note = entries.note(**deed, id=new_id(), happened=now, at=now)
    people.end(by=ema, participant=participant, why="x", at=now)

    hits = [hit for group in answer(Asked.of("brigáda"), petra) for hit, _place in group.hits]

    assert {hit.note for hit in hits} == {"Našla brigádu v prádelně.", "Brigáda končí."}
    assert {(hit.title, hit.url) for hit in hits} == {(f"Případ {case}, který už nevidíte", "/jinde/cases/")}
    assert browse(petra).get(f"/jinde/entries/{entry.pk}/void/").status_code == 404
    assert browse(petra).post(f"/jinde/notes/{note.pk}/void/").status_code == 404
