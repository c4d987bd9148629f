"""The crawl finds what it should and nothing else."""

from collections import Counter

import pytest
from django.test import Client as Browser

from tools.crawl import told
from tools.crawl_links import Visit, follow, kind_of
from tools.crawl_looks import LOOKS, looked_at, shared_out

FAULTY = pytest.mark.urls("tests.faulty")


@FAULTY
def test_links_are_followed_and_what_is_wrong_is_told(db):
    visits = {one.address: one for one in follow(Browser(), "", ["/"])}

    faults = {address: one.faults for address, one in visits.items() if one.faults}
    assert faults.pop("/gone/") == ["answered 404, offered on /"]
    assert faults.pop("/twice/") == [
        "2 elements have the id one",
        "no words in the link to /steady/",
        "not translated: Today",
    ]
    [grows] = faults.pop("/growing/")
    assert grows.startswith("asked of 6: SELECT")
    assert faults == {}
    assert "/steady/" in visits


@FAULTY
def test_two_of_each_kind_are_enough_and_nothing_outside_is_asked_for(db):
    addresses = [one.address for one in follow(Browser(), "", ["/"])]

    assert [one for one in addresses if one.startswith("/row/")] == ["/row/1/", "/row/2/"]
    assert not [one for one in addresses if "static" in one or "example" in one or "way" in one]


def test_a_kind_is_a_pattern_with_the_names_of_what_is_asked():
    assert kind_of("/podchod/encounters/?page=2&sex=f") == "<slug:organisation>/encounters/?page&sex"
    assert kind_of("/podchod/none/such/at/all/") == "/podchod/none/such/at/all/"


def test_each_kind_is_looked_at_in_both_sizes_lights_and_languages():
    visits = [Visit(who, f"/{n}/", f"{n}/", "", 200, True) for n in range(9) for who in ("anna", "bara")[: 1 + n % 2]]

    wanted = shared_out(visits)

    for n in range(9):
        looks = [look for visit, look in wanted if visit.kind == f"{n}/"]
        assert [len({look[part] for look in looks}) for part in range(3)] == [2, 2, 2]
    assert {look for _visit, look in wanted} == {*LOOKS}
    assert Counter(visit.who for visit, _look in wanted)["bara"] == 4


def test_a_fault_is_told_once():
    visits = [Visit("anna", f"/{n}/", "<n>/", "", faults=["wide"]) for n in range(3)]

    assert told(visits) == ["<n>/: wide\n    anna /0/ and 2 more"]


@FAULTY
def test_chromium_tells_what_only_a_browser_sees(transactional_db, chromium, live_server):
    visits = [Visit("", f"/{name}/", name, "", 200, True) for name in ("wide", "loud", "steady")]

    found = {one.kind: "\n".join(faults) for one, _look, faults in looked_at(chromium, live_server.url, {}, [
        (visit, LOOKS[0]) for visit in visits
    ])}  # fmt: skip

    assert "px too wide" in found["wide"]
    assert "image-alt" in found["wide"]
    assert "404 /missing.png" in found["loud"]
    assert "button-name" in found["loud"]
    assert "px too wide" not in found["steady"]
