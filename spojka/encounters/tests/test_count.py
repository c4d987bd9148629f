"""Each figure on tables written by hand, without Django's database. Read the examples as sentences."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pytest

from spojka.encounters import extract, loading, spread
from spojka.encounters.metrics import DIMENSIONS
from spojka.figures import counting, dated, registry
from spojka.figures.store import Store

EVENING, LATER, END = "2026-07-04 18:00", "2026-07-04 21:00", "2026-07-04 23:00"
SHIFT = ("night", "meadow", "festival", "event_zone", "582786", "550973", "6203", "CZ064", EVENING, END)
AT_SEVEN = "2026-07-04 19:00"
USUAL = {
    "day": "2026-07-04", "service_id": "teren", "shift_id": "night", "side": "anonymous", "client_id": None,
    "people": 1, "recorded_by": "anna", "is_late": 0, "is_timed": 1, "sex": "", "age_band": "", "is_first": 0,
    "happened_at": AT_SEVEN,
}  # fmt: skip
PARTS = ("acts", "handouts", "returns", "topics")
SYRINGE, WATER, CONDOM = ("syringe_1", 1, 1), ("sterile_water", 1, 0), ("condom", 0, 0)  # code, injecting, syringe


@dataclass
class Night:
    """What happened, in the words of tests."""

    rows: dict = field(default_factory=lambda: {name: [] for name in ("met", *PARTS)})
    refusals: list = field(default_factory=list)
    breaths: list = field(default_factory=list)
    signs: list = field(default_factory=list)
    paid: list = field(default_factory=list)
    crew: list = field(default_factory=list)
    indirect: list = field(default_factory=list)

    def met(self, acts=(), given=(), back=(), topics=(), **fields):
        id = f"e{len(self.rows['met'])}"
        fields = {"id": id} | USUAL | fields
        self.rows["met"].append([fields[name] for name in loading.ENCOUNTERS])
        for name, parts in (("acts", acts), ("handouts", given), ("returns", back), ("topics", topics)):
            self.rows[name] += [(f"{name}{id}{n}", id, *part) for n, part in enumerate(parts)]

    def refused(self, ground, ends=0, at=AT_SEVEN):
        self.refusals.append((f"r{len(self.refusals)}", "2026-07-04", "teren", "night", ground, ends, "anna", at))

    def blew(self, promile):
        band = extract.breath_band(promile, "1", "2026-07-04")
        self.breaths.append((f"b{len(self.breaths)}", "2026-07-04", "teren", "night", "", AT_SEVEN, band))

    def pressed(self, upper, lower):
        band = extract.pressure_band(upper, lower, "2026-07-04")
        self.signs.append((f"s{len(self.signs)}", "2026-07-04", "teren", "night", "", AT_SEVEN, band))

    def pays(self, project, since=EVENING):
        self.paid.append(("night", since, project))

    def worked(self, who):
        self.crew.append((f"c{len(self.crew)}", "2026-07-04", "teren", "night", who))

    def store(self):
        store = Store()
        shifts = loading.arrow(loading.COLUMNS["shifts"], [SHIFT])
        loading.load_shifts(store, shifts, loading.arrow(loading.COLUMNS["parts"], self.paid))
        parts = {name: loading.arrow(loading.COLUMNS[name], self.rows[name]) for name in PARTS}
        met = loading.arrow(loading.ENCOUNTERS, self.rows["met"])
        loading.load_encounters(store, met, parts.pop("acts"), {name: parts[name] for name in loading.MOVED})
        for name, table in parts.items():
            loading.load_part(store, name, table)
        spread.offer(store, date(2026, 7, 4))
        for name in ("refusals", "breaths", "signs"):
            loading.load_of_shift(store, name, loading.arrow(loading.COLUMNS[name], getattr(self, name)))
        loading.load_crew(store, loading.arrow(loading.COLUMNS["crew"], self.crew))
        loading.load_indirect(store, loading.arrow(loading.COLUMNS["indirect"], self.indirect))
        return store

    def counts(self):
        with self.store() as store:
            return counting.count(store, registry.metrics(), DIMENSIONS)

    def __getitem__(self, metric):
        return registry.find(metric).value(self.counts().totals[metric])


def given(item, quantity, others=0):
    """So many pieces of an item, some of them for others."""
    code, *marks = item
    return (code, quantity, others, *marks)


def back(item, quantity, source="own", about=0):
    code, *marks = item
    return (code, quantity, about, source, *marks)


@pytest.fixture
def night():
    return Night()


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
    night.refused("age", ends=1)
    night.blew("0.3")
    night.worked("anna")
    night.indirect.append(("i", "2026-07-04", "teren", "anna", "travel", 90, None))
    totals = night.counts().totals

    with night.store() as store:
        behind = {m.code: counting.behind(store, m, {}, start=0, size=50).total for m in registry.metrics()}

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


def test_an_exchange_is_a_contact_with_injecting_material_given_or_taken_back(night):
    night.met(given=[given(WATER, 5)])
    night.met(back=[back(SYRINGE, 2, "others")])
    night.met(given=[given(CONDOM, 3)])
    night.met(back=[back(SYRINGE, 9, "found")])
    night.met(side="tally", given=[given(SYRINGE, 40)])

    assert (night["exchanges"], night["contacts"]) == (2, 4)


def test_what_came_back_stands_apart_from_what_was_found(night):
    night.met(back=[back(SYRINGE, 10), back(SYRINGE, 4, "others"), back(SYRINGE, 3, "found", about=1)])
    night.met(back=[back(("needle", 1, 0), 2, about=1)])

    codes = ("returns", "returns.others", "returns.estimated", "found", "found.estimated")
    assert [night[code] for code in codes] == [16, 4, 2, 3, 3]
    assert [night[f"syringes.{one}"] for one in ("given", "back", "found")] == [0, 14, 3]
    assert night.counts().of("item", "returns") == {"syringe_1": 14, "needle": 2}


def test_what_was_given_for_others_is_a_part_of_what_was_given(night):
    night.met(given=[given(SYRINGE, 10, others=4), given(WATER, 5)])

    assert (night["materials"], night["materials.others"], night["syringes.given"]) == (15, 4, 10)


def test_material_goes_by_place_and_month(night):
    night.met(given=[given(SYRINGE, 10)], back=[back(SYRINGE, 8)])

    counts = night.counts()
    assert [counts.of(by, "syringes.back") for by in ("place", "month")] == [{"meadow": 8}, {"2026-07": 8}]
    assert counts.of("place", "exchanges") == {"meadow": 1}


def test_clients_stand_in_bands_of_what_each_of_them_had_altogether(night):
    for who, times, pieces in (("c", 1, 20), ("d", 5, 21), ("e", 6, 0)):
        for _ in range(times):
            night.met(side="code", client_id=who, given=[given(SYRINGE, pieces)] if pieces else [])
    night.met(given=[given(SYRINGE, 900)])

    counts = night.counts()
    assert counts.of("item", "clients.contacts") == {"1": 1, "2_5": 1, "6_20": 1}
    assert counts.of("item", "clients.syringes") == {"1_20": 1, "101_200": 1}
    assert (night["clients.contacts"], night["clients.syringes"]) == (3, 2)


def test_each_act_has_its_clients_once(night):
    night.met(side="code", client_id="c", acts=[("KP", 1, 5), ("ZO", 1, 5)])
    night.met(side="code", client_id="c", acts=[("KP", 2, 5)])
    night.met(acts=[("KP", 1, 5)])

    assert night.counts().of("item", "clients.acts") == {"KP": 1, "ZO": 1}


@pytest.mark.parametrize(
    ("at", "hour"),
    [
        ("2026-07-04 19:59:59", "21"), ("2026-01-04 19:00:00", "20"), ("2026-07-04 22:30:00", "00"),
        ("2026-03-29 00:59:00", "01"), ("2026-03-29 01:00:00", "03"),  # there is no two o'clock in the spring
        ("2026-10-25 00:30:00", "02"), ("2026-10-25 01:30:00", "02"),  # and two of them in the autumn
    ],
)  # fmt: skip
def test_hours_are_those_of_the_clock_on_the_wall(night, at, hour):
    night.met(happened_at=at, acts=[("KP", 1, 10)])
    night.refused("full", at=at)
    night.blew("0.3")

    counts = night.counts()
    found = {code: counts.of("hour", code) for code in ("contacts", "acts", "refusals", "breaths")}
    assert found == {"contacts": {hour: 1}, "acts": {hour: 1}, "refusals": {hour: 1}, "breaths": {"": 1}}


@pytest.mark.parametrize(("both", "contacts"), [("1", 2), ("0", 1)])
def test_whether_an_intervention_is_a_contact_too_is_said_by_the_list_of_its_day(night, monkeypatch, both, contacts):
    known = dated.history("contact_minutes")
    said = replace(next(one for one in known if one.code == "both"), low=Decimal(both))
    others = tuple(one for one in known if one.code != "both")
    monkeypatch.setattr("spojka.figures.store._DERIVED", {})  # made by what the list said before
    monkeypatch.setattr(dated, "history", lambda name: (*others, said) if name == "contact_minutes" else known)
    night.met(acts=[("IP", 1, 20)])
    night.met(acts=[("IP", 1, 45)])

    found = (night["contacts.region"], night["contacts.intervention"], night["contacts.over"])
    assert found == (contacts, 1, 2)


def test_from_a_day_on_an_intervention_may_be_no_contact(night, monkeypatch):
    known = dated.history("contact_minutes")
    both = next(one for one in known if one.code == "both")
    later = replace(both, low=Decimal(0), valid_from=date(2026, 7, 5))
    monkeypatch.setattr("spojka.figures.store._DERIVED", {})
    monkeypatch.setattr(dated, "history", lambda name: (*known, later) if name == "contact_minutes" else known)
    for day in ("2026-07-04", "2026-07-05"):
        night.met(day=day, acts=[("IP", 1, 45)])

    assert night.counts().of("day", "contacts.region") == {"2026-07-04": 1}
