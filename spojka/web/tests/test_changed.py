"""Today tells what others changed in cases, until it was seen; and what of clients was opened or closed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.cases.actions import people
from spojka.cases.tests.conftest import case, ema, give, jinde, let_in, override, party, petra, rada, write
from spojka.consents.actions import consents
from spojka.web.changed import changed
from tests import make

__all__ = ["case", "ema", "give", "jinde", "let_in", "override", "party", "petra", "rada", "write"]


def told(by):
    return [(one.text, one.detail) for one in changed(by, timezone.now()) if one.link]


def sharing(by):
    return [one.icon for one in changed(by, timezone.now()) if not one.link]


@pytest.fixture
def shared(let_in):
    return let_in(Kind.COURSE)


def test_what_another_one_wrote_stands_there_until_it_was_seen(shared, ema, petra, write, case, browse):
    write(ema, Kind.COURSE)
    write(ema, Kind.COURSE, text="Další.")
    write(ema, Kind.PERSONAL)  # Petra may not know it
    write(petra, Kind.COURSE)
    assert told(petra) == [("Rada", "2 nové zápisy")]
    assert told(ema) == [("Rada", "1 nový zápis")]
    page = browse(petra)
    today = page.get(f"/{petra.organisation.slug}/").content.decode()
    assert "2 nové zápisy" in today
    assert "Další." not in today

    page.get(f"/{petra.organisation.slug}/cases/{case.pk}/")

    assert told(petra) == []
    assert told(ema) == [("Rada", "1 nový zápis")]


def test_nobody_else_is_told(shared, ema, bara, cyril, write, teren):
    write(ema, Kind.COURSE)
    stranger = make.member(make.service(organisation=make.organisation(slug="treti")), role="service_head")

    assert changed(bara, timezone.now()) == changed(stranger, timezone.now()) == []
    assert not told(cyril)


def test_a_view_that_opened_and_that_closed(shared, ema, petra, write):
    write(ema, Kind.COURSE)
    _participant, consent = shared
    assert sharing(petra) == ["eye"]

    consents.withdraw(by=ema, consent=consent, how="řekla to", at=timezone.now())

    assert told(petra) == []
    assert sharing(petra) == ["eye-off"]
    assert "Rada" not in str(changed(petra, timezone.now()))


def test_who_was_let_in_again_lost_nothing(shared, let_in, petra, ema):
    let_in(Kind.COURSE | Kind.PERSONAL)
    assert "eye-off" not in sharing(petra)

    people.end(by=ema, participant=shared[0], why="x", at=timezone.now())

    assert "eye-off" in sharing(petra)


def test_it_asks_as_little_of_many_as_of_one(shared, ema, petra, write, django_assert_num_queries):
    write(ema, Kind.COURSE)
    with CaptureQueriesContext(connection) as one:
        changed(petra, timezone.now())
    for _one in range(5):
        write(ema, Kind.COURSE)

    with django_assert_num_queries(len(one)):
        changed(petra, timezone.now())
