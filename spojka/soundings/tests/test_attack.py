"""Who has the whole database and not the key can neither try a name nor tie two soundings to one person."""

import hmac
import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.base.keys import derived
from spojka.identities.tests.test_apart import ways
from spojka.soundings import actions, marks
from spojka.soundings.models import Sounding, SoundingCall
from spojka.soundings.outcomes import LENGTH, Outcome
from tests import make

from .conftest import EVA, OTHER, agreed, ask

FACTS = ["Šťastná", "stastna", "1991-04-05"]
ALIKE = {"basis", "basis_words", "ends_on", "team_id", "withdrawn_at", "withdrawn_by"}  # said of any two of one day


def everything():
    """Return all rows of all tables, as one who copied the database has them."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from ((table, row) for row in cursor.fetchall())


def of(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def two(klara, filip, teren, poradna, here, there):
    """Both asked about Eva, and nobody confirmed it."""
    return ask(klara, here, poradna), ask(filip, there, teren)


def test_no_row_tells_a_fact(two):
    data = repr(list(everything())).encode()

    assert here_is(data, "EVA 91 Z")  # what is looked for would be found
    assert [fact for fact in FACTS if here_is(data, fact)] == []


def here_is(data, text):
    return any(way in data for way in ways(text))


def test_the_right_guess_can_not_be_verified(two):
    """Whatever stands in the database is tried as the key; the key itself would verify it."""
    found = {str(value) for _table, row in everything() for value in row if value}
    stored = {one.mark for one in two}
    guesses = "\n".join(("", "stastna", "eva", "1991-04-05"))

    for text in found:
        for key in (text.encode(), derived(text, marks.PURPOSE)):
            for one in two:
                assert marks._mark(key, EVA, one.pk) not in stored
                assert hmac.new(key, guesses.encode(), sha256).hexdigest() not in found
    for one in two:
        assert marks._mark(derived(settings.SECRET_KEY, marks.PURPOSE), EVA, one.pk) == one.mark


def test_two_about_one_person_look_like_two_about_two(two, klara, teren, poradna):
    first, second = map(of, two)
    stranger = of(ask(klara, agreed(make.client(teren)), poradna, OTHER))

    for other in (second, stranger):
        shared = {value for name, value in first.items() if name not in ALIKE} & set(other.values())
        assert shared <= {first["service_id"], first["asked_id"], first["organisation_id"], first["asked_by"]}
    lengths = {(len(one["mark"]), len(one["outcome"])) for one in (first, second, stranger)}
    assert len(lengths) == 1
    assert first["mark"] != second["mark"]


def test_what_was_told_looks_like_what_was_not(two, filip):
    actions.confirm(by=filip, sounding=two[1], at=timezone.now() + timedelta(hours=5))

    for before in two:
        after = Sounding.objects.get(pk=before.pk)
        assert after.came.is_told
        assert len(after.outcome) == len(before.outcome)
        assert after.outcome[:12] == before.outcome[:12]  # the moment of a seal can be read
        assert {name for name, value in of(after).items() if value != of(before)[name]} == {"outcome"}


def test_all_outcomes_are_of_one_length():
    long = Outcome(state="told", other=str(make.NOON) * 1, worker="0" * 36, at=timezone.now().isoformat())
    assert len(str(long)) < LENGTH


def test_who_asked_first_has_no_row_that_changes_until_it_is_confirmed(two, klara, filip, teren, here, there):
    mine = [one for one in apps.get_models() if hasattr(one, "tells")]

    def rows():
        return {str(of(row)) for model in mine for row in model.objects.filter(service=teren).order_by("pk")}

    before = rows() - {str(of(row)) for row in SoundingCall.objects.all()}
    actions.withdraw(by=filip, sounding=two[1], at=timezone.now())
    ask(filip, there, teren)

    assert before <= rows()


def seen_by(browser, first):
    """Return all by which who asked first could tell something: their pages, and how often the database was asked."""
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(f"/podchod/soundings/{first.pk}/").content.decode()
        lists = [browser.get(f"/podchod/{path}").content.decode() for path in ("", "soundings/")]
    return re.sub(r'value="[^"]{64}"|[a-z0-9]{8}</', "", page), len(asked), [str(first.pk) in one for one in lists]


@pytest.mark.slow
def test_no_and_no_answer_are_one(klara, filip, teren, poradna, here, there, browse):
    first, reads = ask(klara, here, poradna), browse(klara)
    seen_by(reads, first)  # the first page notes a device
    told = [seen_by(reads, first)]  # nobody asked
    for person in (OTHER, EVA):  # another person; the same one, not confirmed; taken back
        row = ask(filip, there, teren, person)
        assert row.came.is_found == (person is EVA)
        told.append(seen_by(reads, first))
        actions.withdraw(by=filip, sounding=row, at=timezone.now())
        told.append(seen_by(reads, first))

    assert all(one == told[0] for one in told)


def test_asking_costs_the_same_whether_it_is_found(klara, filip, teren, poradna, here, there):
    ask(klara, here, poradna)
    actions.withdraw(by=filip, sounding=ask(filip, there, teren, OTHER), at=timezone.now())  # what is remembered
    costs = []
    for person in (OTHER, EVA):
        with CaptureQueriesContext(connection) as asked:
            row = ask(filip, there, teren, person)
        costs.append((row.came.is_found, len(asked), [len(one["sql"]) // 200 for one in asked]))
        actions.withdraw(by=filip, sounding=row, at=timezone.now())

    (lost, *cost), (found, *other) = costs
    assert (lost, found) == (False, True)
    assert cost == other


def test_a_new_key_finds_what_an_old_one_marked_while_both_open(two, settings, klara, filip, teren, poradna, there):
    old, new = settings.SECRET_KEY, "another key of this Spojka, fifty signs long or more, invented"
    actions.withdraw(by=filip, sounding=two[1], at=timezone.now())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = new, [old]
    call_command("reseal")

    second = ask(filip, there, teren)
    assert second.came.is_found
    actions.withdraw(by=filip, sounding=second, at=timezone.now())
    settings.SECRET_KEY_FALLBACKS = []
    assert not ask(filip, there, teren).came.is_found
    settings.SECRET_KEY = old
    assert not Sounding.objects.get(pk=two[0].pk).came.is_told  # sealed by a key that is not here: nothing
