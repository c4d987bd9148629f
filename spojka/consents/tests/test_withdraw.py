"""Taken back as a whole, from one recipient, replaced, ended with the work: each takes effect at once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.consents.actions import consents
from spojka.consents.content import Whom
from spojka.consents.models import EndedWhy
from tests import make

from .test_give import sees


@pytest.fixture
def two(anna, jinde, kontakt, rada, give):
    centre = Whom(institution="Podchod", house=kontakt.organisation, centre=kontakt)
    return give(anna, rada, Whom(institution="Jinde", house=jinde), centre)


def test_taken_back_as_a_whole_nobody_sees_anything(anna, bara, cyril, rada, two):
    assert sees(bara, rada)
    made = consents.withdraw(by=anna, consent=two, how="Řekl u pultu.", at=timezone.now())

    assert not sees(bara, rada)
    assert not sees(cyril, rada)
    assert {row.ended_why for row in made.recipients.all()} == {EndedWhy.WITHDRAWN}
    assert consents.withdraw(by=anna, consent=two, how="Znovu.", at=timezone.now()).withdrawn_how == "Řekl u pultu."


def test_taken_back_from_one_the_other_still_sees(anna, bara, cyril, jinde, rada, two):
    row = two.recipients.get(house=jinde)
    ended = consents.withdraw_from(by=anna, recipient=row, how="Dopisem.", at=timezone.now(), why=EndedWhy.CARE_ENDED)

    assert ended.ended_why == EndedWhy.CARE_ENDED
    assert (sees(cyril, rada), sees(bara, rada)) == (False, True)


def test_a_newer_one_ends_the_older(anna, bara, cyril, jinde, rada, two, give):
    newer = give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE, replaces=two)

    two.refresh_from_db()
    assert two.withdrawn_at
    assert two.replaced_by == newer
    assert (sees(cyril, rada), sees(bara, rada)) == (True, False)
    assert Grant.objects.current(timezone.now()).count() == 1


def test_a_recipient_takes_nothing_back(bara, cyril, two):
    for other in (bara, cyril):
        with pytest.raises(PermissionDenied):
            consents.withdraw(by=other, consent=two, how="x", at=timezone.now())
        with pytest.raises(PermissionDenied):
            consents.withdraw_from(by=other, recipient=two.recipients.first(), how="x", at=timezone.now())


def test_with_the_base_statement_all_that_stands_on_it_ends(anna, bara, cyril, rada, two):
    today = timezone.localdate()
    agreements.withdraw(by=anna, agreement=two.statement, on=today, how="Nechce záznam.", today=today)

    two.refresh_from_db()
    assert (sees(cyril, rada), sees(bara, rada)) == (False, False)
    assert {row.ended_why for row in two.recipients.all()} == {EndedWhy.STATEMENT}


def test_what_is_shared_goes_along_with_a_merged_client_and_back(anna, cyril, teren, rada, two, hana):
    other = make.client(teren, code="RAD 80 X")
    about = {"reason": "Stejný člověk.", "at": timezone.now()}
    with pytest.raises(joining.Shared):
        joining.merge(by=hana, id=new_id(), client=other, other=rada, **about)
    merged = joining.merge(by=hana, id=new_id(), client=other, other=rada, knows_sharing=True, **about)
    assert (sees(cyril, rada), sees(cyril, other)) == (False, True)

    two.refresh_from_db()
    joining.undo(by=hana, joining=merged, **about)
    assert (sees(cyril, rada), sees(cyril, other)) == (True, False)
