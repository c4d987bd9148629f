import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.network.models import Membership
from spojka.walls import actions
from spojka.walls.actions import KeptOut
from tests import make


@pytest.fixture
def victim(teren):
    return make.client(teren, code="EVA 85 N")


@pytest.fixture
def again():
    """Who somebody is with their next request: again(anna)."""

    def again_(actor):
        return Actor.member(Membership.objects.select_related("organisation", "user").get(pk=actor.id))

    return again_


@pytest.fixture
def wall(hana, victim):
    """Keep somebody apart: wall(anna), wall(kontakt)."""

    def wall_(whom, client=victim, by=hana, at=None, **fields):
        whom = Membership.objects.get(pk=whom.id) if isinstance(whom, Actor) else whom
        said = KeptOut(whom=whom, **{"why": "Pracuje s tím, kdo jí ublížil."} | fields)
        return actions.put_up(by=by, id=new_id(), client=client, said=said, at=at or timezone.now())

    return wall_
