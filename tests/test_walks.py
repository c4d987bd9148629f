"""The walks lead through still: short ones of each kind, in a hurry, on one demonstration; and their table is true."""

import importlib

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.demo.build import build
from spojka.members.demo_people import DOMAIN
from spojka.network.models import Membership
from tests.entering import enter
from walks.listing import HERE, NAMES, listed
from walks.walk import WIDER, Walk
from walks.ways import WAYS

# a phone without signal, a client's trace at a desk
SHORT = [("s01", "phone"), ("s06", "desk")]


class Hurried(Walk):
    """A walk that keeps no pictures: on each page it shows, it only looks whether all fits."""

    def picture(self, name):
        self.page.wait_for_load_state()
        if (over := self.page.evaluate(WIDER)) > 0:
            self.problems.append(f"{self.path}: {over} px too wide")


def warm_up():
    """Read a report: the first one loads DuckDB, for which no browser should have to wait."""
    anna = Membership.objects.select_related("user", "organisation").get(user__email=f"anna@{DOMAIN}")
    assert enter(Actor.member(anna)).get("/zastavka/reports/contacts/").status_code == 200


@pytest.mark.slow
def test_short_walks_lead_through(transactional_db, chromium, live_server, settings, tmp_path):
    settings.DEMO = True
    build(timezone.now())
    warm_up()
    for name, way in SHORT:
        walk = Hurried(chromium, live_server.url, WAYS[way], name, tmp_path)
        try:
            importlib.import_module(f"walks.{name}").walk(walk)
        finally:
            for context in chromium.contexts:
                context.close()
        assert walk.problems + walk.watch.faults == [], name


def test_the_table_of_walks_is_as_they_say():
    assert listed() in (HERE / "README.md").read_text(), "python -m walks --list"
    assert len(NAMES) > len(SHORT)
