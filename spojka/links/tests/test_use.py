"""A link opens one thing, once, for a time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.links import doors as links
from spojka.links.models import Link

NOW = timezone.now()
DAY = timedelta(days=1)


@pytest.fixture
def link(db):
    return links.issue(purpose="invitation", token="abc", at=NOW, lasts=DAY)


def found(token="abc", purpose="invitation", at=NOW):
    return links.find(purpose=purpose, token=token, at=at)


def test_keeps_the_hash_alone(link):
    assert found() == link
    assert "abc" not in Link.objects.values_list("token_hash", flat=True).get()


def test_tokens_are_long_and_never_the_same():
    tokens = {links.new_token() for _ in range(50)}

    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 43  # 256 bits


@pytest.mark.parametrize(
    "asked", [{"token": "ABC"}, {"token": ""}, {"purpose": "sheet"}, {"at": NOW + DAY}, {"at": NOW + 9 * DAY}]
)
def test_opens_nothing_else_and_not_too_late(link, asked):
    with pytest.raises(links.LinkOver):
        found(**asked)


def test_of_two_who_found_it_one_gets_through(link):
    first, second = found(), found()
    links.use(first, NOW)

    with pytest.raises(links.LinkOver):
        links.use(second, NOW)
    with pytest.raises(links.LinkOver):
        found()


def test_taken_back_is_over_and_what_was_used_stays_used(link):
    links.withdraw(link, NOW)

    with pytest.raises(links.LinkOver):
        links.use(link, NOW)
    used = links.issue(purpose="invitation", token="def", at=NOW, lasts=DAY)
    links.use(used, NOW)
    links.withdraw(used, NOW)
    assert Link.objects.get(pk=used.pk).withdrawn_at is None
