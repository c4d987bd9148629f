"""The database's own fence against the filter, over random worlds; PostgreSQL only."""

import random
from contextlib import contextmanager
from copy import copy

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.db.models import F
from django.utils import timezone

from spojka.access import fence
from spojka.access.models import Grant
from spojka.access.owned import grounds
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Act, Encounter
from tests import make, plain

from .test_allowed import MODELS, random_world

postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security")
ROLE = "spojka_fence_test"


class Able:
    """An actor as the fence sees it: whatever the role may do, the grants decide."""

    def __init__(self, actor, *permissions):
        self.actor, self.permissions = actor, actor.permissions | set(permissions)

    def __getattr__(self, name):
        return getattr(self.actor, name)


def expected(model, actor):
    opened = grounds(model, Able(actor, Permission.CLIENT_VIEW), Permission.CLIENT_VIEW)
    return {row.pk for ground in opened.values() for row in model.objects.filter(ground)}


def may_add(actor, row, *, grants, now):
    """The plain model: one's own row, or one whose subject or place a grant to contribute opens."""
    wholes = [getattr(row, name, None) for name in ("shift", "event", "place", "venue", "organiser")]
    about = [row, *(whole for whole in wholes if whole is not None and whole.service_id == row.service_id)]
    to = Permission.ENCOUNTER_RECORD
    return is_own(actor, row) or any(plain.opens(grant, actor, to, one, now) for grant in grants for one in about)


def is_own(actor, row):
    return row.service_id in actor.services and plain.in_team_of(actor, row)


@pytest.fixture
def fenced(db, settings):
    """Build the fence; yield a way to stand in front of it as an actor. All is rolled back."""
    settings.FENCED = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        fence.build(ROLE)
        yield Front(cursor)
        cursor.execute("RESET ROLE")
        fence.tell(None)


@pytest.fixture
def committed(transactional_db, settings):
    """Build the fence for a test whose transactions are real; take it down afterwards."""
    settings.FENCED, role = True, f"{ROLE}_{connection.settings_dict['NAME']}"

    @contextmanager
    def in_front(actor):
        fence.tell(actor)
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {role}")
            yield
            cursor.execute("RESET ROLE")

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        fence.build(role)
        yield in_front
        cursor.execute("RESET ROLE")
        for model in fence.fenced_models():
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE ROW LEVEL SECURITY")
        cursor.execute(f"DROP OWNED BY {role}")
        cursor.execute(f"DROP ROLE {role}")
        fence.tell(None)


class Front:
    def __init__(self, cursor):
        self.cursor = cursor

    def sees(self, model, actor):
        fence.tell(actor)
        self.cursor.execute(f"SET ROLE {ROLE}")
        try:
            return set(model.objects.values_list("pk", flat=True))
        finally:
            self.cursor.execute("RESET ROLE")

    def does(self, actor, deed):
        """Do `deed` as `actor` behind the fence and undo it; return what it gave, None when the fence refused."""
        fence.tell(actor)
        try:
            with transaction.atomic():
                self.cursor.execute(f"SET LOCAL ROLE {ROLE}")
                given = deed()
                raise Undone(given)
        except Undone as done:
            return done.args[0]
        except ProgrammingError as fault:
            if "row-level security" not in str(fault):
                raise
            return None


class Undone(Exception):
    pass


def a_copy(row):
    row = copy(row)
    row.pk = new_id()
    if isinstance(row, Client):
        row.code = row.pk.hex[-20:]
    return row


@pytest.fixture
def in_front(fenced):
    """Stand in front of the fence as somebody: in_front(actor)."""

    def in_front_(actor):
        fence.tell(actor)
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {ROLE}")

    yield in_front_
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@postgres
@pytest.mark.parametrize("seed", range(6))
def test_the_fence_agrees_with_the_filter(fenced, seed):
    for actor in random_world(random.Random(seed)):
        for model in MODELS:
            wanted = expected(model, actor)
            assert fenced.sees(model, actor) == wanted, (model, actor)
            for permission in (Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW, Permission.EVENT_CHANGE):
                assert {row.pk for row in model.objects.allowed(actor, permission)} <= wanted


@postgres
def test_parts_stand_behind_it_with_what_they_are_part_of(fenced, teren, cyril):
    client = make.client(teren)
    encounter = make.encounter(make.shift(teren), client=client)
    act = Act(**encounter.ownership, encounter=encounter, code="talk").add()

    assert fenced.sees(Act, cyril) == set()
    make.grant(client, cyril.organisation, teren)
    assert fenced.sees(Act, cyril) == {act.pk}


@postgres
def test_nobody_sees_nothing(fenced, teren):
    make.client(teren)

    assert all(fenced.sees(model, None) == set() for model in MODELS)


@postgres
@pytest.mark.parametrize("seed", range(4))
def test_rows_are_added_where_the_plain_model_lets_them(fenced, seed):
    actors = random_world(random.Random(seed))
    world = {"grants": list(Grant.objects.all()), "now": timezone.now()}
    rows = [row for model in MODELS for row in model.objects.all()]
    for actor in actors:
        for row in map(a_copy, rows):
            added = fenced.does(actor, lambda row=row: [row.save(force_insert=True)])
            assert bool(added) == may_add(actor, row, **world), (row._meta.label, actor)


@postgres
@pytest.mark.parametrize("seed", range(4))
def test_only_own_rows_are_changed_and_erased(fenced, seed):
    for actor in random_world(random.Random(seed)):
        for model in MODELS:
            own = sum(is_own(actor, row) for row in model.objects.all())
            there = model.objects.order_by()
            assert fenced.does(actor, lambda rows=there: rows.update(recorded_at=F("recorded_at"))) == own
            assert fenced.does(actor, lambda rows=there: rows._raw_delete("default")) == own


@postgres
@pytest.mark.parametrize("level", [Level.READ, Level.CONTRIBUTE])
def test_a_grant_opens_no_change_and_no_erasing(fenced, teren, cyril, level):
    client = make.client(teren)
    make.grant(client, cyril.organisation, teren, level=level)
    mine = Client.objects.filter(pk=client.pk)

    assert fenced.sees(Client, cyril) == {client.pk}
    assert fenced.does(cyril, lambda: mine.update(code="jiny", words="")) == 0
    assert fenced.does(cyril, lambda: mine._raw_delete("default")) == 0
    assert fenced.does(cyril, lambda: make.client(teren)) is None


@postgres
def test_who_may_contribute_to_a_shift_records_a_whole_contact(fenced, lists, teren, cyril):
    shift = make.shift(teren)
    make.grant(shift, cyril.organisation, teren, kinds=Kind.WORK, level=Level.CONTRIBUTE)
    content = Content(side="anonymous", occurred_at=shift.start, themes=("law",), materials={"earplugs": 1})

    def record():
        lists = catalogue(teren, shift.day)
        row = encounters.record(by=cyril, id=new_id(), shift=shift, content=content, catalogue=lists, at=shift.start)
        return row.pk, Encounter.objects.count()  # it is written, but not theirs to read

    assert fenced.does(cyril, record)[1] == 0


@postgres
@pytest.mark.parametrize("level", [Level.READ, Level.CONTRIBUTE])
def test_parts_are_added_as_their_whole_is(fenced, teren, kontakt, cyril, level):
    encounter, other = make.encounter(make.shift(teren)), make.encounter(make.shift(kontakt))
    make.grant(encounter.shift, cyril.organisation, teren, kinds=Kind.WORK, level=level)

    def act(whole, **owner):
        return Act(**(whole.ownership | owner), encounter=whole, code="IS").add()

    assert bool(fenced.does(cyril, lambda: act(encounter))) == (level == Level.CONTRIBUTE)
    assert fenced.does(cyril, lambda: act(other)) is None
    assert fenced.does(cyril, lambda: act(encounter, service_id=kontakt.pk)) is None


@postgres
@pytest.mark.django_db(transaction=True)
def test_an_id_taken_by_a_hidden_row_is_refused_politely(committed, teren, cyril):
    theirs = make.encounter(make.shift(teren))
    mine = make.shift(make.the_service_of(cyril))
    content = Content(side="anonymous", occurred_at=mine.start)
    lists = catalogue(mine.service, mine.day)
    with committed(cyril), pytest.raises(Refusal, match="číslem"):
        encounters.record(by=cyril, id=theirs.pk, shift=mine, content=content, catalogue=lists, at=mine.start)

    assert Encounter.objects.get() == theirs


@postgres
@pytest.mark.parametrize("change", ["UPDATE audit_entry SET verb = ''", "DELETE FROM audit_seen"])
def test_the_role_can_not_change_the_audit(fenced, change):
    fenced.cursor.execute(f"SET ROLE {ROLE}")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        fenced.cursor.execute(change)
    fenced.cursor.execute("RESET ROLE")


@postgres
def test_pages_work_behind_it(fenced, anna, bara, teren, browse):
    make.encounter(make.shift(teren))
    browsers = [browse(actor) for actor in (anna, bara)]
    fenced.cursor.execute(f"SET ROLE {ROLE}")
    try:
        answers = [browser.get("/podchod/people/").status_code for browser in browsers]
        fenced.cursor.execute("SELECT current_setting('spojka.services', true)")
        after = fenced.cursor.fetchone()
    finally:
        fenced.cursor.execute("RESET ROLE")

    assert answers == [200, 200]
    assert after == ("",)  # the next request on this connection begins as nobody


def test_every_owned_model_stands_behind_it():
    assert Encounter in fence.fenced_models()
    assert Grant not in fence.fenced_models()


@pytest.mark.skipif(connection.vendor == "postgresql", reason="there it works")
def test_elsewhere_the_command_says_that_there_is_none(db):
    with pytest.raises(CommandError, match="SQLite"):
        call_command("fence", "somebody")
