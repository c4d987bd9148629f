"""Now and ahead, through the real actions: a stand that runs, shifts to come, and what was put right afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.actions import encounters, refusals, shifts
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Shift
from spojka.events import actions as events
from spojka.events.models import Event
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind

from . import days, talk
from .mass import Mass
from .month import COUNSELLING, DROP_IN, OUTREACH, STRANGERS, club_of
from .slot import written
from .work import Work, club_event, event_of, shift_of

KNOWN = timedelta(days=9)  # how long before it we write an event down
WRITING = timedelta(minutes=2)  # from meeting somebody to saving the contact
RUNS = timedelta(hours=2)  # how long the stand has been open
CREW = ("anna", "tyna")
HOURS = 7
FAIR_DAY = Work(
    service="noc",
    place=("Louka pod hrází", PlaceKind.VENUE, "Lipovec"),
    setting="event_zone",
    hours=(15, 23),
    weekdays=(),
    crew=(*CREW, "vit"),
    contacts=(20, 30),
)
FAIR = "Přišla z průvodu, chce jen na chvíli ticho. Sedí u nás v křesle."


def forget(mass: Mass) -> None:
    """Collect yesterday's monitoring: Vít went home and left the shift open."""
    yesterday = timezone.localdate(mass.now) - days.DAY
    work = replace(club_of(mass, "Lipovec"), setting="monitoring", hours=(13, 19))
    event = event_of(mass, club_event(work, yesterday, "odpolední koncert"), at=days.at(yesterday, 9))
    shift = shift_of(mass, work, yesterday, event, closes=False)
    times = days.moments(mass.rng, shift.planned_start, shift.planned_end, 4)
    written(mass, work, shift, (talk.at_stand(mass.rng, at) for at in times))


def build(mass: Mass) -> Shift:
    """Write down what runs now and what is planned; return the stand that runs."""
    stand = _stand(mass)
    _rained_off(mass)
    today = timezone.localdate(mass.now)
    for town, weekday in [("Vrbohrad", 4), ("Lipovec", 4), ("Olšinov", 5)]:
        day = days.coming(mass.now, weekday)
        work = club_of(mass, town)
        _plan(mass, work, day, by="hana", event=_event(mass, club_event(work, day)))
    for work in (DROP_IN, OUTREACH, COUNSELLING, STRANGERS):
        _plan(mass, work, days.coming(mass.now, *work.weekdays), by=work.crew[0])
    if today.weekday() in DROP_IN.weekdays and DROP_IN.stretch(today)[0] > mass.now:
        _plan(mass, DROP_IN, today, by="bara")
    return stand


FROM_RIGHT = "Chce, ať mu říkáme نور (čte se Nur). Poslal k nám celou partu pro špunty."  # is written from the right


def put_right(mass: Mass, shift: Shift) -> None:
    """Let the crew send what lay on paper, correct one contact of the festival and void another."""
    anna, vit = mass.network.actors["anna"], mass.network.actors["vit"]
    lists = mass.network.lists(shift.service, shift.day)
    home = shift.end + timedelta(hours=9)  # they have slept
    for minutes in (95, 170, 260):
        content = talk.at_stand(mass.rng, shift.start + timedelta(minutes=minutes))
        content = replace(content, note="Dopsáno z papíru, telefon byl bez signálu.")
        with mass.then(home + timedelta(minutes=minutes // 10)) as at:
            encounters.record(by=anna, id=new_id(), shift=shift, content=content, catalogue=lists, at=at)
    first, second = Encounter.objects.filter(shift=shift, note="", side="anonymous").order_by("occurred_at", "pk")[:2]
    said = talk.at_stand(mass.rng, first.occurred_at)
    right = replace(said, materials={"earplugs": 2, "water": 1}, themes=("hearing",), substances=(), note=FROM_RIGHT)
    with mass.then(home + timedelta(minutes=41)) as at:
        encounters.correct(
            by=anna,
            encounter=first,
            version=1,
            content=right,
            catalogue=lists,
            reason="Zapsané kondomy patřily k dalšímu kontaktu.",
            at=at,
        )
    with mass.then(home + timedelta(hours=2)) as at:
        encounters.void(by=vit, encounter=second, reason="Zapsáno dvakrát, jednou za každého z nás.", at=at)


def _stand(mass: Mass) -> Shift:
    """The stand at the town fair runs at any hour at which somebody tries the demonstration."""
    start = (mass.now - RUNS).replace(minute=0, second=0, microsecond=0)
    event = _fair(mass, timezone.localdate(start))
    shift = _run(mass, event, start)
    for at in days.moments(mass.rng, start, mass.now, 17):
        _record(mass, shift, talk.at_stand(mass.rng, at))
    _record(mass, shift, replace(talk.in_need(mass.rng, start + timedelta(minutes=70), "panic"), note=FAIR))
    _record(mass, shift, talk.nicknamed(mass.rng, start + timedelta(minutes=85)))
    _record(mass, shift, talk.counted(start + timedelta(minutes=45), "earplugs", 37))
    _refuse(mass, shift, start + timedelta(minutes=80))
    tomorrow = timezone.localdate(start) + days.DAY
    _plan(mass, replace(FAIR_DAY, team=shift.team), tomorrow, by="hana", event=event)
    return shift


def _fair(mass: Mass, day: date) -> Event:
    said = {
        "team": mass.network.teams["Lipovec"],
        "name": "Lipovecké slavnosti",
        "organiser": "Kulturní dům Lipovec",
        "contact": "kulturni.dum@lipovec.example",
        "venue": "Louka pod hrází",
        "municipality": "Lipovec",
        "starts_on": day,
        "ends_on": day + days.DAY,
        "expected": 4000,
        "note": "Stan stojí vedle zdravotníků. Hudba hraje do rána, stánky mají vodu zdarma.",
    }
    return _event(mass, said)


def _event(mass: Mass, said: Mapping[str, Any]) -> Event:
    with mass.then(days.at(said["starts_on"], 10) - KNOWN):
        return events.add(by=mass.network.actors["hana"], id=new_id(), service=mass.network.services["noc"], **said)


def _run(mass: Mass, event: Event, start: datetime) -> Shift:
    network = mass.network
    with mass.then(start):
        return shifts.plan(
            by=network.actors["anna"],
            id=new_id(),
            service=event.service,
            team=event.team,
            event=event,
            place=event.venue,
            setting="event_zone",
            planned_start=start,
            planned_end=start + timedelta(hours=HOURS),
            crew=[network.members[key] for key in CREW],
            started_at=start,
            note="Elektrika je z rozvaděče za stanem, klíč má Týna.",
        )


def _record(mass: Mass, shift: Shift, content: Content) -> None:
    by = mass.network.actors[mass.rng.choice(CREW)]
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(content.occurred_at + WRITING) as at:
        encounters.record(by=by, id=new_id(), shift=shift, content=content, catalogue=lists, at=at)


def _refuse(mass: Mass, shift: Shift, at: datetime) -> None:
    with mass.then(at + WRITING) as written_at:
        refusals.record(
            by=mass.network.actors["anna"],
            id=new_id(),
            shift=shift,
            ground="aggression",
            wanted="",
            offered="Odpočinout si u zdravotníků, vrátit se v klidu.",
            ends_service=True,
            agreed_by="Anna a Týna",
            description="Zelená bunda, fotbalová šála, křičí na obsluhu.",
            occurred_at=at,
            phone_at=at,
            at=written_at,
        )


def _rained_off(mass: Mass) -> None:
    """A round planned two days ago that nobody started."""
    work = replace(OUTREACH, place=("Park a nábřeží", PlaceKind.LOCALITY, "Lipovec"), hours=(12, 15))
    _plan(mass, work, timezone.localdate(mass.now) - 2 * days.DAY, by="radek", note="Při dešti odpadá.")


def _plan(mass: Mass, work: Work, day: date, *, by: str, event: Event | None = None, note: str = "") -> Shift:
    network = mass.network
    start, end = work.stretch(day)
    with mass.then(start - work.ahead):
        return shifts.plan(
            by=network.actors[by],
            id=new_id(),
            service=network.services[work.service],
            team=work.team,
            event=event,
            place=_place(mass, work),
            setting=work.setting,
            planned_start=start,
            planned_end=end,
            crew=[network.members[key] for key in work.crew],
            note=note,
        )


def _place(mass: Mass, work: Work) -> Place:
    name, kind, town = work.place
    said = {"service": work.owner(mass), "name": name, "kind": kind, "municipality": town}
    return places.add(by=work.by(mass), id=new_id(), **said)
