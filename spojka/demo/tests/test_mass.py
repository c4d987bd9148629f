"""What is inserted in bulk is what the actions would have written."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from django.db.models import F

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.demo.mass import SOON, Mass
from spojka.demo.network import Network
from spojka.encounters.actions import encounters, refusals, shifts
from spojka.encounters.content import BreathValue, Content, Taken
from spojka.encounters.models import (
    Act,
    Breath,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    Shift,
    Side,
    TakenBack,
    Topic,
)
from spojka.network.models import Membership
from spojka.search.columns import scope
from tests import make

START = make.NOON
TWICE = [Shift, CrewMember, Client, Encounter, Act, Handout, TakenBack, Topic, Breath, ServiceRefusal, Entry]
OWN = {"id", "recorded_at", "shift_id", "encounter_id", "client_id", "subject_id", "subject_model", "closed_at"}
BREATH = BreathValue(value=Decimal("0.31"), unit="mg_l_199", device="č. 2")
KNOWN = Content(
    side=Side.CODE,
    occurred_at=START + timedelta(hours=1),
    phone_at=START + timedelta(hours=1),
    code="sova 7",
    sex="woman",
    age_band="26_35",
    user_kind="recreational",
    reason="panic",
    note="Klid 🙂",
    materials={"earplugs": 2, "water": 1},
    others={"earplugs": 1},
    taken=(Taken(code="syringe_1", quantity=9, is_estimated=True, source="found"),),
    themes=("hearing", "rest"),
    substances=("mdma",),
    breath=BREATH,
)
CONTENTS = [
    KNOWN,
    replace(KNOWN, breath=replace(BREATH, joins=True), minutes=17, over="Bere i pro kamarádku."),
    replace(KNOWN, side=Side.ANONYMOUS, code="", themes=(), materials={}, others={}, taken=(), breath=None),
    replace(KNOWN, side=Side.TALLY, code="", people=37, materials={"earplugs": 37}, others={}, breath=None, themes=()),
]
REFUSED = {"ground": "full", "wanted": "water", "offered": "Umývárna", "ends_service": True, "agreed_by": "Anna"}


def planned(service, place, member):
    when = {"planned_start": START, "planned_end": START + timedelta(hours=7)}
    return {"service": service, "place": place, "crew": [member], "setting": "event_zone"} | when


def by_actions(by, service, place, member):
    lists = catalogue(service, make.SATURDAY)
    shift = shifts.plan(by=by, id=new_id(), **planned(service, place, member), team=None, event=None)
    shifts.start(by=by, shift=shift, at=START)
    for content in CONTENTS:
        said = {"content": content, "catalogue": lists, "at": content.occurred_at}
        encounters.record(by=by, id=new_id(), shift=shift, **said)
    at = START + timedelta(hours=2)
    times = {"occurred_at": at, "phone_at": at, "at": at}
    refusals.record(by=by, id=new_id(), shift=shift, **REFUSED, description="", **times)
    end = START + timedelta(hours=7)
    shifts.close(by=by, shift=shift, ended_at=end, at=end + SOON, note="Klid.")


def in_bulk(by, service, place, member):
    mass = Mass(Network(), Random(1), START)
    shift = mass.shift(by=by, planned_at=START - timedelta(days=1), **planned(service, place, member))
    for content in CONTENTS:
        mass.record(content, by=by, shift=shift)
    mass.refuse(by=by, shift=shift, at=START + timedelta(hours=2), **REFUSED)
    mass.close(shift, by=by, ended_at=START + timedelta(hours=7), note="Klid.")
    mass.save()


def facts():
    """All rows of all models as plain values, without what differs by nature."""
    found = {}
    for model in TWICE:
        names = [field.attname for field in model._meta.concrete_fields if field.attname not in OWN]
        ties = {name: F(name) for name in ("client__code", "encounter__people") if _has(model, name)}
        found[model.__name__] = sorted(map(str, model.objects.values_list(*names, *ties).order_by("pk")))
    return found


def _has(model, path):
    return path.partition("__")[0] in {field.name for field in model._meta.concrete_fields}


def test_bulk_rows_are_as_actions_make_them(lists, podchod):
    service, other = make.service(organisation=podchod), make.service(organisation=podchod)
    said = []
    for one, way in ((service, by_actions), (other, in_bulk)):
        before = facts()
        by = make.member(one)
        place = make.place(one)
        way(by, one, place, Membership.objects.get(pk=by.id))
        mine = {name: [row for row in rows if row not in before[name]] for name, rows in facts().items()}
        known = {scope("s", one.pk): "_s", str(one.pk): "SERVICE", by.id: "WORKER", str(place.pk): "PLACE"}
        said.append({name: sorted(_renamed(row, known) for row in rows) for name, rows in mine.items()})

    actions, bulk = said
    assert bulk == actions
    assert all(actions[model.__name__] for model in TWICE)


def test_what_is_closed_and_tied_is_so_in_both(lists, teren):
    by = make.member(teren)
    place = make.place(teren)
    in_bulk(by, teren, place, Membership.objects.get(pk=by.id))

    shift = Shift.objects.get()
    untied = Breath.objects.get(encounter=None)
    assert shift.closed_at == shift.ended_at + SOON
    assert (untied.id.version, untied.recorded_at) == (4, shift.start)
    assert {str(entry.subject_id) for entry in Entry.objects.filter(verb="encounter.record")} == {
        str(one.pk) for one in Encounter.objects.order_by("pk")
    }


def _renamed(row, known):
    for id, name in known.items():
        row = row.replace(id, name)
    return row
