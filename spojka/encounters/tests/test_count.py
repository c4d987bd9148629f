"""Each figure on tables written by hand, without Django's database. Read the examples as sentences."""

from decimal import Decimal

import pytest

from spojka.figures import counting

from .night import CONDOM, LATER, SYRINGE, back, given, ours


def test_a_tally_is_not_a_contact(night):
    night.met()
    night.met(side="tally", people=37)

    assert (night["contacts"], night["tallies.people"]) == (1, 37)


def test_a_client_who_came_twice_is_one_client_and_two_contacts(night):
    night.met(side="code", client_id="c")
    night.met(side="code", client_id="c")
    night.met()

    assert (night["clients"], night["contacts.coded"], night["contacts.anonymous"]) == (1, 2, 1)


def test_first_contact_is_as_the_extraction_found_it(night):
    night.met(side="code", client_id="c", is_first=1)
    night.met(side="code", client_id="d")

    assert night["contacts.first"] == 1


def test_acts_are_counted_by_quantity_and_hours_by_minutes(night):
    night.met(acts=[("KP", 1, 10), ("AL", 2, 35)])

    assert (night["acts"], night["hours"]) == (3, Decimal("0.8"))
    assert night.counts().of("item", "acts") == {"KP": 1, "AL": 2}


def test_only_real_minutes_make_a_regional_contact(night):
    night.met(acts=[("IP", 1, 45)])
    night.met(acts=[("IP", 1, 45)], is_timed=0)

    assert (night["contacts.timed"], night["contacts.region"], night["contacts.intervention"]) == (1, 1, 1)
    assert night["hours"] == Decimal("1.5")


def test_a_breath_value_that_stands_alone_has_no_worker_and_no_person(night):
    night.blew("0.3")

    assert [night.counts().of(by, "breaths") for by in ("worker", "sex", "age")] == [{"": 1}] * 3


def test_acts_and_material_of_a_tally_count_as_well(night):
    night.met(side="tally", people=37, acts=[("HR", 37, 60)], given=[given(("earplugs", 0, 0), 37)])

    assert (night["acts"], night["materials"], night["contacts"]) == (37, 37, 0)


@pytest.mark.parametrize(("minutes", "contact", "intervention"), [(10, 0, 0), (11, 1, 0), (29, 1, 0), (30, 1, 1)])
def test_regional_contact_takes_over_ten_minutes_and_intervention_thirty(night, minutes, contact, intervention):
    night.met(acts=[("KP", 1, 5), ("IP", 1, minutes - 5)])
    night.met(side="tally", acts=[("HR", 1, 60)])

    assert (night["contacts.region"], night["contacts.intervention"]) == (contact, intervention)


def test_a_contact_counts_once_for_each_of_its_themes(night):
    night.met(topics=[("hearing", "theme"), ("law", "theme"), ("mdma", "substance")])
    night.met(topics=[("law", "theme")])

    assert night.counts().of("item", "themes") == {"hearing": 1, "law": 2}
    assert night.counts().of("item", "substances") == {"mdma": 1}


def test_refusals_go_by_ground_and_some_end_the_service(night):
    night.refused("aggression", ends=1)
    night.refused("age")

    assert (night["refusals"], night["refusals.ends"]) == (2, 1)
    assert night.counts().of("item", "refusals") == {"aggression": 1, "age": 1}


@pytest.mark.parametrize(
    ("promile", "band"), [("0", "zero"), ("0.244", "to_024"), ("0.245", "to_099"), ("1.2", "from_1")]
)
def test_breath_goes_into_the_band_of_its_rounded_value(night, promile, band):
    night.blew(promile)

    assert night.counts().of("item", "breaths") == {band: 1}


@pytest.mark.parametrize(
    ("upper", "lower", "band"),
    [("119", "79", "optimal"), ("125", "84", "normal"), ("120", "92", "grade_1"), ("85", "60", "low")],
)
def test_pressure_goes_into_the_range_of_the_higher_number(night, upper, lower, band):
    night.pressed(upper, lower)
    night.pressed(None, None)  # only the pulse

    assert (night["pressures"], night.counts().of("item", "pressures")) == (1, {band: 1})


def test_late_records_are_contacts_and_tallies(night):
    night.met(is_late=1)
    night.met(side="tally", is_late=1)
    night.met()

    assert night["records.late"] == 2


def test_parts_go_by_the_day_place_and_worker_of_their_contact(night):
    night.met(recorded_by="bara", sex="woman", age_band="18", given=[given(CONDOM, 3)])
    counts = night.counts()

    expected = {
        "day": "2026-07-04", "month": "2026-07", "year": "2026", "place": "meadow", "event": "festival",
        "setting": "event_zone",
        "worker": "bara", "sex": "woman", "age": "18", "service": "teren", "item": "condom",
    }  # fmt: skip
    assert {code: list(counts.of(code, "materials")) for code in expected} == {c: [k] for c, k in expected.items()}


def test_a_part_without_its_contact_stays_out(night):
    night.rows["handouts"].append(("h", "somebody else's", *given(CONDOM, 3)))

    assert night["materials"] == 0


def test_every_figure_is_the_sum_of_the_rows_behind_it(night):
    night.met(acts=[("KP", 2, 40)], given=[given(SYRINGE, 9, 4)], topics=[("law", "theme"), ("lsd", "substance")])
    moved = [back(SYRINGE, 5, about=1), back(SYRINGE, 4, "others"), back(SYRINGE, 3, "found", about=1)]
    usual = {"acts": [("KP", 1, 5)], "given": [given(SYRINGE, 7)], "back": moved}
    night.met(side="code", client_id="c", is_first=1, is_late=1, **usual)
    night.met(side="tally", people=37)
    night.pressed("142", "88")
    night.refused("age", ends=1, acts="TE", materials="food", offers="later")
    night.blew("0.3")
    night.worked("anna")
    night.indirect.append(("i", "2026-07-04", "teren", "anna", "travel", 90, None))
    totals = night.counts().totals

    with night.store() as store:
        behind = {m.code: counting.behind(store, m, {}, start=0, size=50).total for m in ours()}

    assert behind == {code: totals[code] for code in behind}
    assert all(totals.values())


def test_what_happened_goes_to_the_project_that_paid_just_then(night):
    night.pays("city")
    night.pays("state", LATER)
    for at in ("2026-07-04 16:30", "2026-07-04 20:59", LATER, "2026-07-05 01:00"):
        night.met(happened_at=at, acts=[("KP", 1, 10)])
    night.refused("full")

    counts = night.counts()
    assert counts.of("project", "contacts") == {"city": 2, "state": 2}
    assert counts.of("project", "acts") == {"city": 2, "state": 2}
    assert counts.of("project", "refusals") == {"city": 1}


def test_a_shift_without_parts_is_outside_of_projects(night):
    night.met()

    assert night.counts().of("project", "contacts") == {"": 1}


def test_the_hours_of_a_split_shift_add_up(night):
    night.pays("city")
    night.pays(None, LATER)
    night.worked("anna")
    night.worked("jan")

    assert night.counts().of("project", "hours.shift") == {"city": 2 * 180, "": 2 * 120}
    assert night["hours.shift"] == Decimal(10)


def test_indirect_work_is_at_no_place(night):
    night.indirect.append(("i", "2026-07-04", "teren", "anna", "travel", 90, None))
    night.met(acts=[("KP", 1, 30)])

    counts = night.counts()
    assert (counts.of("place", "hours.indirect"), counts.of("item", "hours.indirect")) == ({"": 90}, {"travel": 90})
    assert (night["hours"], night["hours.indirect"]) == (Decimal("0.5"), Decimal("1.5"))


def test_territory_is_that_of_the_place(night):
    night.met()

    counts = night.counts()
    found = [counts.of(code, "contacts") for code in ("municipality", "district", "orp", "region")]
    assert found == [{"582786": 1}, {"550973": 1}, {"6203": 1}, {"CZ064": 1}]
