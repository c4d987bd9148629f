"""Merging, splitting and recording at the same moment: no row is left under a code that leads elsewhere."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.clients.models import Client, Joining
from spojka.codelists import load
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Side
from tests import make

pytestmark = pytest.mark.slow
AT = make.NOON + timedelta(hours=8)


@pytest.fixture
def service(transactional_db):
    load.load()
    return make.service(organisation=make.organisation(slug="podchod"))


def both(*deeds):
    """Do all at once, each over a connection of its own; return what each said."""
    start = Barrier(len(deeds))

    def run(deed):
        try:
            start.wait(10)
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


def writing(by, shift, code):
    lists = catalogue(shift.service, shift.day)

    def write():
        for _n in range(4):
            at = shift.start + timedelta(minutes=5)
            content = Content(side=Side.CODE, code=code, occurred_at=at, phone_at=at)
            encounters.record(by=by, id=new_id(), shift=shift, content=content, catalogue=lists, at=at)

    return write


def test_what_is_recorded_while_it_is_merged_lands_at_the_one_that_stays(service):
    hana, shift = make.member(service, role="service_head"), make.shift(service)
    for _round in range(3):
        one, other = make.client(service), make.client(service)
        said = {"id": new_id(), "client": one, "other": other, "reason": "x", "at": AT}

        both(writing(hana, shift, other.code), lambda said=said: joining.merge(by=hana, **said))

        assert Encounter.objects.filter(client=one).count() == 4
        assert not Encounter.objects.filter(client=other).exists()


def test_merged_in_both_directions_at_once_is_merged_once(service):
    hana = make.member(service, role="service_head")
    one, other = make.client(service), make.client(service)

    def merge(client, gone):
        return lambda: joining.merge(by=hana, id=new_id(), client=client, other=gone, reason="x", at=AT)

    said = both(merge(one, other), merge(other, one))

    assert sum(isinstance(row, Joining) for row in said) == 1
    assert Client.objects.filter(merged_into=None).count() == 1


def test_split_while_it_is_merged_leaves_each_row_with_a_standing_client(service):
    hana, shift = make.member(service, role="service_head"), make.shift(service)
    one, other = make.client(service), make.client(service)
    rows = [make.encounter(shift, client=other) for _n in range(4)]
    chosen = [("encounters.Encounter", "client", row.pk) for row in rows[:2]]
    about = {"reason": "x", "at": AT}

    both(
        lambda: joining.merge(by=hana, id=new_id(), client=one, other=other, **about),
        lambda: joining.split(by=hana, id=new_id(), client=other, rows=chosen, **about),
        writing(hana, shift, other.code),
    )

    assert Encounter.objects.count() == 8
    assert not Encounter.objects.exclude(client__merged_into=None).exists()
