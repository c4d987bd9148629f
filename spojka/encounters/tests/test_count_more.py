"""Figures of the exchange, of clients in bands, of hours and of what a region says, on tables written by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from spojka.figures import dated

from .night import CONDOM, SYRINGE, WATER, back, given


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
    assert counts.of("item", "clients.by_syringes") == {"1_20": 1, "101_200": 1}
    assert [night[f"clients.{one}"] for one in ("contacts", "syringes", "by_syringes")] == [3, 2, 2]


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
    monkeypatch.setattr(dated, "history", lambda name, *_in: (*others, said) if name == "contact_minutes" else known)
    night.met(acts=[("IP", 1, 20)])
    night.met(acts=[("IP", 1, 45)])

    found = (night["contacts.region"], night["contacts.intervention"], night["contacts.over"])
    assert found == (contacts, 1, 2)


def test_from_a_day_on_an_intervention_may_be_no_contact(night, monkeypatch):
    known = dated.history("contact_minutes")
    both = next(one for one in known if one.code == "both")
    later = replace(both, low=Decimal(0), valid_from=date(2026, 7, 5))
    monkeypatch.setattr("spojka.figures.store._DERIVED", {})
    monkeypatch.setattr(dated, "history", lambda name, *_in: (*known, later) if name == "contact_minutes" else known)
    for day in ("2026-07-04", "2026-07-05"):
        night.met(day=day, acts=[("IP", 1, 45)])

    assert night.counts().of("day", "contacts.region") == {"2026-07-04": 1}


def test_unmet_demand_goes_by_what_was_wanted_by_hour_and_by_place(night):
    night.refused("full", acts="HSC", offers="later")
    night.refused("full", acts="HSC", at="2026-07-04 20:30")
    night.refused("exhausted", materials="naloxone", offers="elsewhere")
    night.refused("aggression")

    counts = night.counts()
    assert [night[code] for code in ("refusals", "unmet.acts", "unmet.materials", "unmet.offers")] == [4, 2, 1, 2]
    assert counts.of("item", "unmet.acts") == {"HSC": 2}
    assert counts.of("hour", "unmet.acts") == {"21": 1, "22": 1}
    assert counts.of("place", "unmet.materials") == {"meadow": 1}
    assert counts.of("item", "unmet.offers") == {"later": 1, "elsewhere": 1}
