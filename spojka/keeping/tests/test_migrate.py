"""The tables of 0.1 grow into today's with their rows in them."""

import sqlite3

import psycopg
import pytest

from .conftest import furnish
from .test_check import faults

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]
FILLED = [
    "network_organisation", "network_service", "network_team", "network_user", "network_membership",
    "network_membership_services", "network_membership_teams", "places_place", "events_event", "encounters_shift",
    "encounters_crewmember", "clients_client", "encounters_encounter", "encounters_act", "encounters_handout",
    "encounters_topic", "encounters_servicerefusal", "audit_entry", "audit_seen",
]  # fmt: skip
FOUND = ["places_place", "events_event", "encounters_shift", "clients_client", "encounters_encounter"]
NEW = ["network_project", "members_invitation", "tablets_tablet", "tablets_turn", "work_indirectwork"]


@pytest.fixture(scope="module")
def grown(server, tmp_path_factory):
    """A house that wrote with 0.1 and has just been brought up to date."""
    folder = tmp_path_factory.mktemp("grown")
    house = furnish(folder, server.url(server.make()) if server else f"sqlite:///{folder}/spojka.sqlite3")
    for command in ("spojka.keeping.tests.older", "config.cli migrate", "config.cli search fill"):
        done = house.run(*command.split())
        assert done.returncode == 0, done.stderr
    return house


def test_keeps_every_row(grown):
    assert {table: grown.ask(f"SELECT count(*) FROM {table}")[0][0] for table in FILLED} == dict.fromkeys(FILLED, 1)
    assert {table: grown.ask(f"SELECT count(*) FROM {table}")[0][0] for table in NEW} == dict.fromkeys(NEW, 0)


def test_keeps_what_was_written(grown):
    met = grown.ask(
        "SELECT e.note, e.side, c.code FROM encounters_encounter e JOIN clients_client c ON c.id = client_id"
    )
    place = grown.ask("SELECT name, municipality, region_code FROM places_place")

    assert met == [("Ptala se na testování.", "code", "ŽLUŤ85")]
    assert place == [("Louka", "Ostrava", "CZ080")]  # territory was not known then


@pytest.mark.parametrize("table", FOUND)
def test_finds_what_is_older_than_the_search(table, grown):
    assert len(grown.ask(f"SELECT words FROM {table}")[0][0].split()) > 2  # more than the marks of its owners


def test_leaves_nothing_that_the_check_minds(grown):
    assert faults(grown.spojka("check")) == []


@pytest.mark.parametrize("deed", ["DELETE FROM audit_seen", "UPDATE audit_entry SET verb = 'x'"])
def test_the_audit_of_then_can_not_be_changed(deed, grown, server):
    with pytest.raises(psycopg.Error if server else sqlite3.Error, match="stays"):
        grown.ask(deed)
