"""Who finds an entry: its service, its house, named houses, everybody; nobody else, and no longer."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.errors import Refusal
from spojka.directory import actions
from spojka.directory.doors import entries, looker
from tests import make


@pytest.fixture(autouse=True)
def _lists(lists):
    """The kinds of services are known."""


def finds(actor):
    return [str(one) for one in entries(looker(actor))]


@pytest.mark.parametrize(
    ("found_by", "colleague", "stranger"),
    [("service", [], []), ("house", ["Poradna"], []), ("everybody", ["Poradna"], ["Poradna"])],
)
def test_only_those_chosen_find_it(found_by, colleague, stranger, hana, bara, cyril, teren, write, publish):
    publish(hana, write(hana, teren), found_by)

    assert finds(hana) == ["Poradna"]
    assert finds(bara) == colleague
    assert finds(cyril) == stranger


def test_named_houses_find_it_until_it_is_narrowed(hana, cyril, teren, write, publish):
    entry = write(hana, teren)
    other = make.member(make.service())
    publish(hana, entry, "chosen", [cyril.organisation])

    assert (finds(cyril), finds(other)) == (["Poradna"], [])

    publish(hana, entry, "house")

    assert finds(cyril) == []


def test_one_that_was_taken_out_is_found_by_nobody(hana, cyril, teren, write, publish):
    entry = publish(hana, write(hana, teren))

    actions.take_out(by=hana, entry=entry, at=timezone.now())

    assert (finds(hana), finds(cyril)) == ([], [])


def test_of_a_service_of_others_everybody_is_not_told(hana, teren, write, publish):
    entry = write(hana, teren, is_own=False)

    with pytest.raises(Refusal):
        publish(hana, entry, "everybody")


def test_a_worker_does_not_publish(anna, teren, write, publish):
    with pytest.raises(PermissionDenied):
        publish(anna, write(anna, teren))


def test_a_stranger_changes_nothing(hana, cyril, teren, write, publish, tell, today):
    entry = publish(hana, write(hana, teren))

    for deed in (
        lambda: tell(looker(cyril), entry, 3),
        lambda: actions.check(by=looker(cyril), entry=entry, today=today),
        lambda: actions.change(by=looker(cyril), entry=entry, said={"name": "x"}, today=today),
        lambda: write(cyril, teren),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_nobody_reads_it_without_signing_in(hana, teren, write, publish):
    publish(hana, write(hana, teren))

    assert list(entries(Actor.anybody())) == []
