"""Pages, search, export and figures of random worlds: a record stands on exactly those pages the model says."""

import json
import random
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from proof import building, model
from spojka.encounters.models import Encounter

from .proving import PAGES, got, lists, pages

VIEW, MEET, AGREED, EXPORT = "client.view", "encounter.view", "consent.view", "encounter.export"
COUNT = "report.view"
# the rule that is broken or shown here is the application's own: once is enough, and it takes minutes
ONCE = pytest.mark.skipif(connection.vendor != "sqlite", reason="is proved on SQLite, the fence on PostgreSQL")
pytestmark = [pytest.mark.slow, ONCE]
SEEDS = [3]


class World:
    """A world with its pages; each record's id is the word that must not stand where it may not."""

    def __init__(self, made, now):
        self.made, self.now, self.checks = made, now, Counter()

    def of(self, label):
        return self.made.records[label]

    def sees(self, one, record, verb):
        return model.sees(self.made.world, one, record, verb)

    def same(self, way, shown, wanted, about):
        assert shown == wanted, (way, about, "too much:", shown - wanted, "missing:", wanted - shown)
        self.checks[way] += 1 + len(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_pages_show_what_the_model_says(db, seed):
    now = timezone.now()
    with building.frozen(now), transaction.atomic():
        made = building.built(random.Random(seed), now, many=14, grounds=80, at_edges=False, only=PAGES)
        mark()
        world = World(made, now)
        for one, browser in pages(made, now):
            look_at_lists(world, one, browser)
            look_at_clients(world, one, browser)
            search(world, one, browser)
            take_away(world, one, browser)
            count(world, one, browser)
        transaction.set_rollback(True)
    assert world.checks.total() > 300
    assert set(world.checks) == {"list", "shared", "page", "timeline", "note", "search", "consent", "export", "figure"}


def mark():
    """Put a word of its own into the note of each contact."""
    for row in Encounter.objects.order_by("pk"):
        row.change(note=note(row.pk))


def note(id):
    return f"slovo{str(id).replace('-', '')[-12:]}"


def standing(made):
    """Clients that were not merged into another."""
    return building.Client.objects.filter(pk__in=made.people.clients, merged_into=None).values_list("pk", flat=True)


def look_at_lists(world, one, browser):
    """The lists of clients and of contacts, and what others share with us."""
    stands = {str(pk) for pk in standing(world.made)}
    paths = lists(one)
    seen = {row.id for row in world.of("clients.Client") if world.sees(one, row, VIEW)}
    text = got(browser, paths["clients"])
    world.same("list", {row.id for row in world.of("clients.Client") if f"/{row.id}/" in text}, seen & stands, one)
    text = got(browser, paths["encounters"])
    met = {row.id for row in world.of("encounters.Encounter") if world.sees(one, row, MEET)}
    world.same("list", {row.id for row in world.of("encounters.Encounter") if f"/{row.id}/" in text}, met, one)
    notes(world, one, text)
    text = got(browser, paths["shared"])
    who = model.eyes(world.made.world, one)
    theirs = {row.id for row in world.of("clients.Client") if row.id in seen and row.service not in who.services}
    let_in = {row.id for row in world.of("clients.Client") if model.is_let_in(world.made.world, who, row, model.READ)}
    shown = {row.id for row in world.of("clients.Client") if f"/{row.id}/" in text}
    world.same("shared", shown, theirs & let_in, one)


def look_at_clients(world, one, browser):
    """Each client's page is there for whom it should be, with the contacts that it should hold; so are consents."""
    for row in world.of("clients.Client"):
        text = got(browser, f"/{one.house}/clients/{row.id}/")
        world.same("page", {row.id} if text else set(), {row.id} if world.sees(one, row, VIEW) else set(), one)
        shown = {each.id for each in world.of("encounters.Encounter") if f"/{each.id}/" in text}
        mine = [each for each in world.of("encounters.Encounter") if each.about == row.id and text]
        world.same("timeline", shown, {each.id for each in mine if world.sees(one, each, MEET)}, (one, row))
        notes(world, one, text)
    for row in world.of("consents.Consent"):
        text = got(browser, f"/{one.house}/consents/{row.id}/")
        world.same("consent", {row.id} if text else set(), {row.id} if world.sees(one, row, AGREED) else set(), one)


def notes(world, one, text):
    """A note is its service's own: whoever else sees the contact does not read it."""
    who = model.eyes(world.made.world, one)
    shown = {row.id for row in world.of("encounters.Encounter") if note(row.id) in text}
    own = {row.id for row in world.of("encounters.Encounter") if model.is_own(who, row)}
    world.same("note", shown - own, set(), one)


def search(world, one, browser):
    """Search finds by the code, or by a word of a note, whom and what one may see."""
    stands = {str(pk) for pk in standing(world.made)}
    for row in world.of("clients.Client"):
        text = got(browser, f"/{one.house}/search/", q=f"K{row.id[:8]}")
        shown = {each.id for each in world.of("clients.Client") if f"clients/{each.id}/" in text}
        wanted = {row.id} if row.id in stands and world.sees(one, row, VIEW) else set()
        world.same("search", shown & {row.id}, wanted, (one, row))
        world.same("search", {id for id in shown if not world.sees(one, by_id(world, id), VIEW)}, set(), (one, row))
    for row in world.of("encounters.Encounter")[:6]:
        text = got(browser, f"/{one.house}/search/", q=note(row.id))
        own = model.is_own(model.eyes(world.made.world, one), row) and world.sees(one, row, MEET)
        found = f"encounters/{row.id}/" in text
        world.same("search", {row.id} if found else set(), {row.id} if own else set(), (one, row))


def by_id(world, id):
    return next(row for row in world.of("clients.Client") if row.id == id)


def take_away(world, one, browser):
    """A file holds the contacts of one's own services, if one may take them away at all, and nobody's notes."""
    text = got(browser, f"/{one.house}/encounters.csv")
    wanted = {row.id for row in world.of("encounters.Encounter") if world.sees(one, row, EXPORT)}
    world.same("export", {row.id for row in world.of("encounters.Encounter") if row.id in text}, wanted, one)
    assert "slovo" not in text


def count(world, one, browser):
    """What is counted are the contacts of the services one works in, not one more; none behind a wall."""
    who = model.eyes(world.made.world, one)
    day = timezone.localdate(world.now) - timedelta(days=1)
    text = got(browser, f"/{one.house}/reports/contacts.json?from={day}&to={day}")
    assert bool(text) == (COUNT in who.verbs)
    if text and who.teams is None:
        every = [row for row in world.of("encounters.Encounter") if not who.apart & row.names]
        own = [row for row in every if model.is_own(who, row)]
        world.same("figure", {json.loads(text)["figures"]["contacts"]["value"]}, {len(own)}, one)
