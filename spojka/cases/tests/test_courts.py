"""Measures of courts are watched, and a child that moves has its checklist."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.cases import reading, waiting
from spojka.cases.actions import courts, file, people
from spojka.cases.content import Ordered, Who
from spojka.cases.forms.courts import MeasureForm
from spojka.cases.holding import Shut
from spojka.cases.models import Measure, Placement
from spojka.codelists import actions as lists
from spojka.codelists.catalogue import catalogue
from tests import make

from .test_lead import ENDED


@pytest.fixture
def child(ema, case):
    who = Who(role="client", name="Adam", is_child=True)
    return people.add_party(by=ema, id=new_id(), case=case, who=who, at=timezone.now())


@pytest.fixture
def measure(ema, child):
    today = timezone.localdate()
    ordered = Ordered(kind="supervision", starts_on=today, next_on=today + timedelta(days=5), next_what="jednání")
    return courts.record(by=ema, id=new_id(), about=child, ordered=ordered)


def test_its_next_term_comes_to_today_and_goes_with_its_end(ema, case, measure):
    today = timezone.localdate()

    assert [(one.kind, one.row) for one in waiting.due(ema, today)] == [("measure", measure)]
    courts.end(by=ema, measure=measure, on=today)
    courts.end(by=ema, measure=measure, on=today)
    assert not waiting.due(ema, today)


def test_after_a_hearing_the_terms_are_written_anew(ema, measure):
    later = timezone.localdate() + timedelta(days=90)

    courts.change(
        by=ema, measure=measure, ordered=Ordered(kind="supervision", starts_on=measure.starts_on, next_on=later)
    )

    assert Measure.objects.get().next_on == later
    assert not waiting.due(ema, timezone.localdate())


@pytest.mark.parametrize(
    ("starts_on", "ends_by"),
    [("2026-02-28", date(2029, 2, 28)), ("2026-03-31", date(2029, 3, 31)), ("2028-02-29", date(2031, 2, 28))],
)
def test_institutional_care_ends_by_law_after_three_years(teren, starts_on, ends_by):
    typed = {"kind": "institutional", "starts_on": starts_on}

    form = MeasureForm(typed, catalogue=catalogue(teren, date(2026, 3, 1)))

    assert form.is_valid(), form.errors
    assert form.ordered.ends_by == ends_by


def test_it_has_no_term_before_it_began(ema, child, measure):
    with pytest.raises(Refusal):
        courts.end(by=ema, measure=measure, on=measure.starts_on - timedelta(days=1))
    for term in ("ends_by", "next_on"):
        days = {"starts_on": measure.starts_on, term: measure.starts_on - timedelta(days=1)}
        with pytest.raises(Refusal) as refused:
            courts.record(by=ema, id=new_id(), about=child, ordered=Ordered(kind="supervision", **days))
        assert refused.value.field == term


def test_what_is_still_to_come_has_not_ended(browse, ema, child, measure):
    place = courts.plan(by=ema, id=new_id(), about=child, where="k babičce", on=timezone.localdate())
    typed = {"on": timezone.localdate() + timedelta(days=30), "words": "u babičky"}

    for page in (f"/podchod/measures/{measure.pk}/end/", f"/podchod/placements/{place.pk}/end/"):
        answer = browse(ema).post(page, typed)
        assert (answer.status_code, "Tento den teprve přijde." in answer.content.decode()) == (422, True)

    assert not Measure.objects.get().ended_on
    assert not Placement.objects.get().ended_on


def test_an_ended_measure_says_both_its_days(browse, ema, case, child):
    days = {"starts_on": date(2024, 3, 1), "court": "Okresní soud"}
    measure = courts.record(by=ema, id=new_id(), about=child, ordered=Ordered(kind="supervision", **days))
    courts.end(by=ema, measure=measure, on=date(2026, 2, 3))

    page = browse(ema).get(f"/podchod/cases/{case.pk}/courts/").content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "1. 3. 2024 – 3. 2. 2026" in page


def test_a_stranger_writes_no_measure(cyril, bara, child, measure):
    for who in (cyril, bara):
        with pytest.raises(PermissionDenied):
            courts.end(by=who, measure=measure, on=timezone.localdate())


def test_a_placement_is_seen_to_by_whoever_takes_part(ema, case, child):
    place = courts.plan(by=ema, id=new_id(), about=child, where="k babičce", on=timezone.localdate())
    deed = {"by": ema, "service": make.the_service_of(ema), "placement": place, "at": timezone.now()}

    courts.tick(**deed, item="things", is_done=False, words="nemá co balit")
    courts.tick(**deed, item="things", is_done=True, words="sbaleno")
    with pytest.raises(Refusal):
        courts.tick(**deed, item="escort", is_done=False, words="")

    (found, ticks), *rest = reading.placements_of(case, ema)
    assert (found, rest, set(ticks)) == (place, [], {"things"})
    assert (ticks["things"].is_done, ticks["things"].said) == (True, "sbaleno")
    courts.end_placement(by=ema, placement=place, words="u babičky", on=timezone.localdate())
    assert Placement.objects.get().end_words == "u babičky"


def test_what_is_missing_is_said_at_the_thing_it_is_about(browse, ema, child):
    place = courts.plan(by=ema, id=new_id(), about=child, where="k babičce", on=timezone.localdate())
    typed = {"service": make.the_service_of(ema).pk, "item": "escort", "is_done": "no", "words": ""}

    answer = browse(ema).post(f"/podchod/placements/{place.pk}/tick/", typed)

    page = answer.content.decode()
    assert (answer.status_code, page.count("Napište, proč to není potřeba.")) == (422, 1)
    of_escort = page[page.index("Kdo dítě doprovodí") :]
    assert of_escort.index("Napište, proč") < of_escort.index("Co se dítě o místě dozvědělo")
    assert 'href="#id_tick_words"' in of_escort
    assert of_escort.count('id="id_tick_words"') == 1


def test_the_checklist_is_for_a_child(ema, party):
    with pytest.raises(Refusal):
        courts.plan(by=ema, id=new_id(), about=party, where="jinam", on=timezone.localdate())


def test_nothing_is_ticked_on_a_checklist_or_a_case_that_is_closed(ema, case, child):
    place = courts.plan(by=ema, id=new_id(), about=child, where="k babičce", on=timezone.localdate())
    deed = {"by": ema, "service": make.the_service_of(ema), "item": "things", "is_done": True, "words": ""}
    closed = courts.end_placement(by=ema, placement=place, words="u babičky", on=timezone.localdate())
    with pytest.raises(Refusal):
        courts.tick(**deed, placement=closed, at=timezone.now())
    place = courts.plan(by=ema, id=new_id(), about=child, where="zpět", on=timezone.localdate())
    file.close(by=ema, case=case, ended=ENDED, at=timezone.now())

    with pytest.raises(Shut):
        courts.tick(**deed, placement=Placement.objects.get(pk=place.pk), at=timezone.now())


def test_what_falls_due_on_today_is_named_by_the_house_s_own_words(browse, ema, hana, teren, child):
    today = timezone.localdate()
    said = {"name_cs": "Asistovaný styk", "name_en": "", "short": "", "valid_from": date(2026, 1, 1), "extra": {}}
    own = lists.add(by=hana, id=new_id(), service=teren, list="court_measure", **said)
    days = {"starts_on": today, "ends_by": today + timedelta(days=5), "next_on": today + timedelta(days=9)}
    ordered = Ordered(kind=own.code, **days, next_what="jednání")
    courts.record(by=ema, id=new_id(), about=child, ordered=ordered)

    page = browse(ema).get("/podchod/").content.decode()

    assert "Adam: Asistovaný styk" in page
    assert "jednání" not in page  # its day is another one
