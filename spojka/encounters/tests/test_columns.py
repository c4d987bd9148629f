"""Columns give the numbers that the database gives, whatever happened in between."""

from datetime import date, timedelta
from random import Random

import pytest

from spojka.clients.models import Client
from spojka.encounters import extract, opening
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.models import (
    Act,
    Breath,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    Shift,
    ShiftPart,
    TakenBack,
    Topic,
    VitalSigns,
)
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.network.models import Membership, Service
from spojka.places.models import Place
from spojka.work.models import IndirectWork
from tests import make

pytestmark = pytest.mark.slow  # what makes expressions takes its second

ITEM = next(one for one in DIMENSIONS if one.code == "item")
BY_MONTH = [one for one in DIMENSIONS if one.code in ("month", "hour", "project", "worker", "sex", "item")]
BY_DAY = [one for one in DIMENSIONS if one.code in ("day", "sex")]  # from rows
YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "figures"


def told(store, dimensions):
    """Return all that is not nought: a line of noughts says the same as none."""
    with store:
        counts = counting.count(store, registry.metrics(), dimensions, ITEM)
    kept = {"": counts.totals} | {
        (code, key): sums for parts in (counts.parts, counts.cells) for code, lines in parts.items()
        for key, sums in lines.items()
    }  # fmt: skip
    return {(key, code): n for key, sums in kept.items() for code, n in sums.items() if n}


def same(by, scope, dimensions=BY_MONTH):
    """Test that both ways tell the same, and something."""
    plain = told(extract.read(by, scope), dimensions)
    store = opening.opened(by, scope)
    assert (told(store, dimensions) if store else {}) == plain
    return plain


def world(rng, service, teams=()):
    """A few shifts around the ends of months, with a little of everything in them."""
    clients = [make.client(service, sex=rng.choice(["", "woman"])) for _ in range(4)]
    places = [make.place(service) for _ in range(2)]
    events = [None, make.event(service)]
    for month in rng.sample(range(1, 7), 3):
        day = date(2026, month, 28) + timedelta(days=rng.randint(0, 5))
        shift = make.shift(
            service, day=day, place=rng.choice(places), event=rng.choice(events),
            setting=rng.choice(["outreach", "event_zone"]), team=rng.choice([None, *teams]),
        )  # fmt: skip
        for _ in range(4):
            contact(rng, shift, clients)
        hours(rng, shift)
        breath = {"day": day, "value": "0.3", "unit": "mg_l", "factor": "2.10"}
        Breath(**shift.ownership, shift=shift, **breath).add()
        signs = {"day": day, "upper": rng.randint(80, 190), "lower": 79}
        VitalSigns(**shift.ownership, shift=shift, **signs).add()
        refusal(rng, shift)


def hours(rng, shift):
    """Who worked, paid by whom, and what was done beside."""
    member = Membership.objects.get(pk=make.member(Service.objects.get(pk=shift.service_id)).id)
    CrewMember(**shift.ownership, shift=shift, membership=member).add()
    ShiftPart(**shift.ownership, shift=shift, starts_at=shift.start).add()
    ShiftPart(**shift.ownership, shift=shift, starts_at=shift.start + timedelta(hours=2)).add()
    shift.change(closed_at=make.NOON, ended_at=shift.planned_end)
    usual = {"membership": member, "day": shift.day, "code": "travel", "recorded_by": "a"}
    IndirectWork(**shift.ownership, **usual, minutes=rng.randint(1, 90)).add()


def contact(rng, shift, clients):
    known = {"client": rng.choice(clients)} if rng.random() < 0.7 else {"side": rng.choice(["anonymous", "tally"])}
    at = make.NOON + timedelta(days=(shift.day - make.SATURDAY).days, minutes=rng.randint(0, 3))
    usual = {"sex": rng.choice(["", "man"]), "age_band": rng.choice(["", "18_25"]), "recorded_by": rng.choice("ab")}
    met = make.encounter(
        shift, **known, **usual, occurred_at=at, is_timed=rng.random() < 0.5, people=rng.randint(1, 9)
    )
    for code in rng.sample(["KP", "IP", "AL"], 2):
        Act(**met.ownership, encounter=met, code=code, quantity=rng.randint(1, 3), minutes=rng.randint(1, 30)).add()
    Handout(**met.ownership, encounter=met, code="condom", quantity=2).add()
    if rng.random() < 0.6:
        exchange(rng, met)
    Topic(**met.ownership, encounter=met, kind="theme", code=rng.choice(["law", "rest"])).add()


def exchange(rng, met):
    own = {**met.ownership, "encounter": met}
    Handout(**own, code="syringe_1", quantity=rng.randint(5, 30), others=rng.randint(0, 5)).add()
    source, about = rng.choice(["own", "others", "found"]), rng.random() < 0.5
    TakenBack(**own, code="syringe_2", quantity=rng.randint(1, 9), source=source, is_estimated=about).add()


def refusal(rng, shift):
    at = make.NOON + timedelta(minutes=rng.randint(0, 300))
    usual = {"shift": shift, "day": shift.day, "occurred_at": at, "recorded_by": "a"}
    unmet = {"wanted": rng.choice(["", "food"]), "wanted_act": rng.choice(["", "HSC"]), "instead": "later"}
    ServiceRefusal(**shift.ownership, **usual, **unmet, ground=rng.choice(["age", "full"])).add()


def void(rng):
    one = rng.choice(Encounter.objects.standing().order_by("pk"))
    one.change(voided_at=make.NOON)


def move(rng):
    """To another day, perhaps of another month: the shift and what is in it."""
    shift = rng.choice(Shift.objects.order_by("pk"))
    day = shift.day + timedelta(days=rng.choice([-40, -1, 1, 40]))
    shift.change(day=day)
    for model in (Encounter, Breath, VitalSigns, ServiceRefusal):
        model.objects.filter(shift=shift).update(day=day)


def erase(rng):
    rng.choice(Encounter.objects.order_by("pk")).delete()


def merge(rng):
    one, other = rng.sample(list(Client.objects.order_by("pk")), 2)
    if one.service_id == other.service_id:
        Encounter.objects.filter(client=one).update(client=other)


def tell_sex(rng):
    Client.objects.filter(pk=rng.choice(Client.objects.order_by("pk")).pk).update(sex="man")


def place(rng):
    shift = rng.choice(Shift.objects.order_by("pk"))
    shift.change(setting="drop_in")


def pay(rng):
    """From another project, as from some time on."""
    project = make.project(rng.choice(Service.objects.order_by("pk")))
    for shift in Shift.objects.filter(service__in=project.services.all()).order_by("pk")[:2]:
        rng.choice(shift.parts.order_by("pk")).change(project=project)


def survey(rng):
    Place.objects.order_by("pk").update(municipality_code=str(rng.randint(1, 9)))


def forget_an_act(rng):
    rng.choice(Act.objects.order_by("pk")).delete()


def measure_anew(rng):
    rng.choice(VitalSigns.objects.order_by("pk")).change(upper=rng.randint(80, 190))


def count_again(rng):
    rng.choice(TakenBack.objects.order_by("pk")).change(source=rng.choice(["own", "found"]), is_estimated=False)


def want_another(rng):
    rng.choice(ServiceRefusal.objects.order_by("pk")).change(wanted_act=rng.choice(["TE", "HSC"]), instead="")


def come_late(rng):
    shift = rng.choice(Shift.objects.order_by("pk"))
    contact(rng, shift, list(Client.objects.filter(service=shift.service_id).order_by("pk")))


DEEDS = [void, move, erase, merge, tell_sex, place, pay, survey, forget_an_act, measure_anew, count_again, come_late]
DEEDS.append(want_another)


def test_both_ways_tell_the_same_after_anything(lists, teren, kontakt):
    rng = Random(7)
    teams = [make.team(teren), make.team(teren)]
    world(rng, teren, teams)
    world(rng, kontakt)
    readers = [make.member(teren, kontakt), make.member(teren, teams=teams[:1])]
    cut = Scope(first=date(2026, 1, 29), last=date(2026, 6, 1), setting="drop_in")
    opening.opened(readers[0], YEAR)

    for by, scope, dimensions in [
        (readers[0], YEAR, BY_MONTH),
        (readers[1], YEAR, BY_DAY),
        (readers[0], cut, BY_MONTH),
    ]:
        for do in DEEDS:
            do(rng)
        assert same(by, scope, dimensions)
