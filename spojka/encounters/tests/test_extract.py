"""What comes into a report's store: rights, periods, voided and late records, first contacts."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from spojka.access.permissions import Kind
from spojka.encounters.extract import TABLES, extract, read
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.models import Act, Breath, CrewMember, Encounter, ServiceRefusal, ShiftPart
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.work.models import IndirectWork
from tests import make

YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))


def totals(by, scope=YEAR):
    with extract(by, scope) as store:
        return counting.count(store, registry.metrics(), DIMENSIONS).totals


@pytest.fixture
def shift(teren):
    return make.shift(teren)


def test_counts_own_rows_and_nobody_elses(anna, bara, cyril, kontakt, shift):
    make.encounter(shift)
    make.encounter(make.shift(kontakt))

    assert [totals(one)["contacts"] for one in (anna, bara, cyril)] == [1, 1, 0]


def test_reading_across_the_house_opens_no_figures(teren, kontakt):
    reader = make.member(teren, reads_house=True)
    make.encounter(make.shift(kontakt))

    assert totals(reader)["contacts"] == 0


def test_a_grant_opens_no_figures(cyril, shift):
    client = make.client(make.the_service_of(cyril))
    make.grant(client, shift.service_id, make.the_service_of(cyril), kinds=Kind.HISTORY)
    make.encounter(make.shift(make.the_service_of(cyril)), client=client)

    assert totals(make.member(shift.service))["contacts"] == 0


def test_a_role_without_reports_counts_nothing(teren, shift):
    make.encounter(shift)

    assert not any(totals(make.member(teren, role="auditor")).values())


def test_who_is_narrowed_to_a_team_counts_its_rows(teren, shift):
    liberec, brno = make.team(teren, name="Liberec"), make.team(teren, name="Brno")
    for team in (liberec, brno):
        make.encounter(make.shift(teren, team=team))

    assert totals(make.member(teren, teams=[liberec]))["contacts"] == 1
    assert totals(make.member(teren))["contacts"] == 2


def test_voided_records_and_all_in_them_never_count(anna, shift):
    met = make.encounter(shift, is_late=True)
    Act(**shift.ownership, encounter=met, code="KP", minutes=10).add()
    breath = {"day": shift.day, "value": "0.1", "unit": "mg_l", "factor": "2.10"}
    Breath(**shift.ownership, shift=shift, encounter=met, **breath).add()
    Breath(**shift.ownership, shift=shift, voided_at=make.NOON, **breath).add()
    refused = {"shift": shift, "day": shift.day, "occurred_at": make.NOON, "ground": "age", "recorded_by": anna.id}
    ServiceRefusal(**shift.ownership, **refused, voided_at=make.NOON).add()
    met.change(voided_at=make.NOON)

    assert not any(totals(anna).values())


def test_what_came_late_counts(anna, shift):
    make.encounter(shift, is_late=True)

    assert (totals(anna)["contacts"], totals(anna)["records.late"]) == (1, 1)


def test_after_midnight_it_is_still_saturday(anna, shift):
    make.encounter(shift, occurred_at=shift.start + timedelta(hours=6))  # Sunday, two in the morning
    sunday = make.SATURDAY + timedelta(days=1)

    assert totals(anna, Scope(first=make.SATURDAY, last=make.SATURDAY))["contacts"] == 1
    assert totals(anna, Scope(first=sunday, last=sunday))["contacts"] == 0


def test_first_contact_is_decided_by_all_history(anna, teren, shift):
    client = make.client(teren)
    make.encounter(make.shift(teren, day=date(2024, 7, 6)), client=client, occurred_at=make.NOON - timedelta(days=730))
    make.encounter(shift, client=client)

    assert totals(anna)["contacts.first"] == 0


def test_of_several_contacts_the_earliest_is_the_first(anna, teren, shift):
    client = make.client(teren)
    for _ in range(3):
        make.encounter(shift, client=client, occurred_at=make.NOON)

    assert (totals(anna)["contacts.first"], totals(anna)["clients"]) == (1, 1)


def test_a_voided_record_decides_nothing_about_the_first(anna, teren, shift):
    client = make.client(teren)
    make.encounter(shift, client=client, occurred_at=make.NOON, voided_at=make.NOON)
    make.encounter(shift, client=client)

    assert totals(anna)["contacts.first"] == 1


def test_colleagues_of_another_team_decide_who_is_first(teren):
    liberec, brno = make.team(teren, name="Liberec"), make.team(teren, name="Brno")
    client = make.client(teren)
    make.encounter(make.shift(teren, team=brno), client=client, occurred_at=make.NOON)
    make.encounter(make.shift(teren, team=liberec), client=client)

    assert totals(make.member(teren, teams=[liberec]))["contacts.first"] == 0


def test_filters_narrow_every_table(anna, teren, shift):
    other = make.shift(teren, setting="outreach", event=make.event(teren))
    for one in (shift, other):
        Act(**one.ownership, encounter=make.encounter(one), code="KP").add()
    narrow = [{"event": other.event_id}, {"place": other.place_id}, {"setting": "outreach"}]

    for only in narrow:
        scope = Scope(first=YEAR.first, last=YEAR.last, **only)
        assert (totals(anna, scope)["contacts"], totals(anna, scope)["acts"]) == (1, 1)
    assert totals(anna, Scope(first=YEAR.first, last=YEAR.last, service=teren.pk))["acts"] == 2


OF_SHIFTS = [one.name for one in fields(Scope) if one.name not in ("first", "last", "service")]


@pytest.mark.parametrize("name", OF_SHIFTS)
def test_whatever_only_shifts_have_leaves_out_what_stands_in_none(name):
    """A new filter that is forgotten here would count contracts, cases and groups of the whole service."""
    scope = Scope(first=YEAR.first, last=YEAR.last, **{name: "x"})

    assert scope.asks_for_shifts
    assert scope.apart(Act.objects.all()).query.is_empty()


def test_a_breath_value_of_a_contact_has_its_worker(anna, shift):
    met = make.encounter(shift, recorded_by="jana")
    usual = {"shift": shift, "day": shift.day, "value": "0.1", "unit": "mg_l", "factor": "2.10"}
    for one in (met, None):
        Breath(**shift.ownership, **usual, encounter=one).add()

    with extract(anna, YEAR) as store:
        counts = counting.count(store, [registry.find("breaths")], DIMENSIONS)

    assert counts.of("worker", "breaths") == {"jana": 1, "": 1}


def test_only_contacts_with_written_minutes_are_timed(anna, shift):
    for is_timed in (True, False):
        met = make.encounter(shift, is_timed=is_timed)
        Act(**shift.ownership, encounter=met, code="IP", minutes=40).add()

    found = totals(anna)
    assert (found["contacts.timed"], found["contacts.region"], found["contacts.intervention"]) == (1, 1, 1)


def test_ids_name_the_rows(anna, shift):
    met = make.encounter(shift)
    breath = Breath(**shift.ownership, shift=shift, day=shift.day, value="0", unit="mg_l", factor="2.10").add()

    with extract(anna, YEAR) as store:
        found = [counting.behind(store, registry.find(m), {}, start=0, size=9).page for m in ("contacts", "breaths")]

    assert [key.replace("-", "") for ((key, _adds),) in found] == [met.pk.hex, breath.pk.hex]


def test_sex_is_that_of_the_client_when_the_contact_says_nothing(anna, teren, shift):
    make.encounter(shift, client=make.client(teren, sex="woman"))
    make.encounter(shift, sex="man")

    with extract(anna, YEAR) as store:
        counts = counting.count(store, [registry.find("contacts")], DIMENSIONS)

    assert counts.of("sex", "contacts") == {"woman": 1, "man": 1}


def test_only_the_tables_asked_for_are_read(anna, shift, django_assert_num_queries):
    make.encounter(shift)

    with django_assert_num_queries(3):
        read(anna, YEAR, {"refusals"})
    with django_assert_num_queries(12):
        read(anna, YEAR, TABLES)
    assert Encounter.objects.count() == 1


def part(shift, project, hours):
    at = shift.start + timedelta(hours=hours)
    return ShiftPart(**shift.ownership, shift=shift, project=project, starts_at=at).add()


def of_project(project):
    return Scope(first=YEAR.first, last=YEAR.last, project=project.pk)


def test_a_split_shift_gives_each_project_its_own_time(hana, teren, shift):
    city, state = make.project(teren), make.project(teren)
    shift.change(ended_at=shift.start + timedelta(hours=7), closed_at=make.NEXT_CENTURY)
    CrewMember(**shift.ownership, shift=shift, membership_id=hana.id).add()
    part(shift, city, 0), part(shift, state, 2)
    for minutes in (-30, 60, 119, 120, 400):
        make.encounter(shift, occurred_at=shift.start + timedelta(minutes=minutes, seconds=1))

    found = [totals(hana, of_project(one)) for one in (city, state)]
    assert [(one["contacts"], one["hours.shift"]) for one in found] == [(3, 120), (2, 300)]
    assert totals(hana)["contacts"] == 5


def test_one_worker_is_one_line_whatever_counts_them(anna, teren, shift):
    shift.change(ended_at=shift.start + timedelta(hours=7), closed_at=make.NEXT_CENTURY)
    CrewMember(**shift.ownership, shift=shift, membership_id=anna.id).add()
    indirect(anna, teren)
    make.encounter(shift, recorded_by=anna.id)

    with extract(anna, YEAR) as store:
        counts = counting.count(store, registry.metrics(), DIMENSIONS)

    assert set(counts.parts["worker"]) == {anna.id}


def indirect(by, service, **fields):
    usual = {"day": make.SATURDAY, "code": "travel", "minutes": 45, "recorded_by": by.id}
    return IndirectWork(**service.ownership, membership_id=by.id, **usual | fields).add()


def test_indirect_work_is_counted_unless_a_place_is_asked_for(anna, teren, bara, shift):
    project = make.project(teren)
    indirect(anna, teren, project=project), indirect(anna, teren, voided_at=make.NOON)
    at_place = Scope(first=YEAR.first, last=YEAR.last, place=shift.place_id)

    found = [totals(anna), totals(anna, of_project(project)), totals(anna, at_place), totals(bara)]
    assert [one["hours.indirect"] for one in found] == [45, 45, 0, 0]


def test_a_report_may_be_about_a_territory(anna, teren):
    codes = {"municipality_code": "582786", "orp_code": "6203", "region_code": "CZ064"}
    make.encounter(make.shift(teren, place=make.place(teren, **codes)))
    make.encounter(make.shift(teren))
    narrow = [{"municipality": "582786"}, {"orp": "6203"}, {"region": "CZ064"}, {"region": "CZ080"}]

    found = [totals(anna, Scope(first=YEAR.first, last=YEAR.last, **only))["contacts"] for only in narrow]
    assert found == [1, 1, 1, 0]
