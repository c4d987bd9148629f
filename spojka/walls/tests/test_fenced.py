"""Behind PostgreSQL's own fence a wall and a secret address close the same, and say it in the same words."""

import pytest

from spojka.access import fence
from spojka.access.permissions import Permission
from spojka.access.tests.test_fence import committed, fenced, postgres
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.codelists import load
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Handout, Side
from tests import make

from .test_secret_address import hide, klara

__all__ = ["committed", "fenced", "hide", "klara"]


def meeting(by, shift, lists, code):
    content = Content(side=Side.CODE, code=code, occurred_at=shift.start)
    said = {"shift": shift, "content": content, "catalogue": lists, "at": shift.start}
    return encounters.record(by=by, id=new_id(), **said)


@postgres
@pytest.mark.django_db(transaction=True)
def test_who_meets_the_client_is_told_that_a_colleague_writes_it_down(committed, anna, teren, victim, wall, again):
    load.load()
    shift = make.shift(teren)
    lists = catalogue(teren, shift.day)
    wall(anna)

    with committed(again(anna)):
        assert not Client.objects.exists()
        with pytest.raises(Refusal, match="někdo z kolegů") as told:
            meeting(again(anna), shift, lists, "EVA 85 N")
        fence.tell(again(anna))
        made = meeting(again(anna), shift, lists, "NOVY 1")

    assert told.value.field == "code"
    assert Client.objects.filter(code="EVA 85 N").count() == 1
    assert Encounter.objects.get() == made


@postgres
def test_a_secret_address_closes_contacts_and_their_parts(fenced, cyril, hana, teren, victim, hide):
    contact = make.encounter(make.shift(teren), client=victim)
    part = Handout(**contact.ownership, encounter=contact, code="water", quantity=1).add()
    make.grant(victim, cyril.organisation, teren)
    assert fenced.sees(Encounter, cyril) == {contact.pk}

    hide(at=make.NOON.replace(year=2020))

    assert fenced.sees(Encounter, cyril) == fenced.sees(Handout, cyril) == set()
    assert fenced.sees(Client, cyril) == {victim.pk}
    assert fenced.sees(Handout, hana) == {part.pk}
    assert hana.can(Permission.ENCOUNTER_VIEW, contact)
