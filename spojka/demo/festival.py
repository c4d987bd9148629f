"""One festival weekend: two zones a night from Friday to Sunday morning, then the queue for the breathalyser."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spojka.base.ids import new_id
from spojka.encounters.content import Content
from spojka.encounters.models import Shift
from spojka.events import actions as events
from spojka.events.models import Event
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind

from . import days, talk
from .mass import Mass

HALL, GATE = "Stará cihelna, zóna v hale", "Stará cihelna, stan u brány"
CREWS = {HALL: ("anna", "tyna"), GATE: ("vit", "kuba")}
PLANNED = timedelta(days=12)  # before the festival
REFUSED = [
    {"ground": "over_limit", "wanted": "filters", "offered": "Filtry má i večerka u brány."},
    {"ground": "exhausted", "wanted": "water", "offered": "Pitná voda teče u umývárny za halou."},
    {"ground": "not_provided", "offered": "Testování tablet neděláme, poradí K‑centrum od pondělí."},
    {"ground": "full", "offered": "Ať přijde za půl hodiny, nebo do stanu u brány."},
    {"ground": "aggression", "offered": "Uklidnit se venku s ochrankou a vrátit se."},
    {"ground": "dealing", "ends_service": True, "agreed_by": "Anna, Vít a vedoucí Hana po telefonu"},
    {"ground": "over_limit", "wanted": "earplugs", "offered": "Automat na špunty je u šatny."},
]
TALLIES = [("earplugs", 37, 1), ("water", 60, 1), ("leaflet", 24, 1), ("condom", 18, 2)]


@dataclass(frozen=True)
class Stretch:
    """One shift of the weekend; `contacts` is how many come in it."""

    place: str
    day: date
    hour: int
    hours: int
    contacts: int

    @property
    def start(self) -> datetime:
        return days.at(self.day, self.hour)

    @property
    def end(self) -> datetime:
        return self.start + timedelta(hours=self.hours)


def build(mass: Mass) -> list[Shift]:
    """Collect the weekend; the shifts are closed."""
    friday, saturday, sunday = days.last_weekend(mass.now)
    event = _event(mass, friday, sunday)
    nights = [(friday, HALL, 44), (friday, GATE, 33), (saturday, HALL, 68), (saturday, GATE, 47)]
    stretches = [Stretch(place, day, 20, 7, contacts) for day, place, contacts in nights]
    reasons = mass.rng.sample(list(talk.NOTES["reasons"]), len(talk.NOTES["reasons"]))
    shifts = [_night(mass, event, one, reasons[n::4]) for n, one in enumerate(stretches)]
    morning = Stretch(GATE, sunday, 10, 4, 63)
    return [*shifts, _morning(mass, event, morning)]


def _event(mass: Mass, friday: date, sunday: date) -> Event:
    return events.add(
        by=mass.network.actors["hana"],
        id=new_id(),
        service=mass.network.services["noc"],
        team=mass.network.teams["Lipovec"],
        name="Festival Tání",
        organiser="Tání, spolek přátel cihelny",
        contact="produkce@tani.example",
        venue="Stará cihelna",
        municipality="Lipovec",
        starts_on=friday,
        ends_on=sunday,
        expected=2600,
        note="Voda u umývárny zdarma po celou dobu. Kontakt na zdravotníky má Vít. Kyvadlo na nádraží jede do 15:00.",
    )


def _shift(mass: Mass, event: Event, stretch: Stretch, note: str) -> Shift:
    network = mass.network
    crew = [network.members[key] for key in CREWS[stretch.place]]
    shift = mass.shift(
        by=network.actors["hana"],
        crew=crew,
        planned_at=stretch.start - PLANNED,
        service=network.services["noc"],
        team=network.teams["Lipovec"],
        event=event,
        place=_place(mass, stretch.place),
        setting="event_zone",
        planned_start=stretch.start,
        planned_end=stretch.end,
    )
    by = network.actors[CREWS[stretch.place][0]]
    late = timedelta(minutes=mass.rng.randint(2, 25))
    mass.close(shift, by=by, ended_at=stretch.end + late, note=mass.rng.choice(talk.NOTES["shift"][note]))
    return shift


def _place(mass: Mass, name: str) -> Place:
    noc, by = mass.network.services["noc"], mass.network.actors["hana"]
    return places.add(by=by, id=new_id(), service=noc, name=name, kind=PlaceKind.VENUE, municipality="Lipovec")


def _night(mass: Mass, event: Event, stretch: Stretch, reasons: list[str]) -> Shift:
    rng = mass.rng
    shift = _shift(mass, event, stretch, "stand")
    times = days.moments(rng, stretch.start, stretch.end, stretch.contacts)
    contents = [talk.at_stand(rng, at) for at in times]
    contents += [talk.in_need(rng, at, reason) for at, reason in zip(rng.sample(times, 4), reasons, strict=False)]
    contents += [talk.nicknamed(rng, at) for at in days.moments(rng, stretch.start, stretch.end, 2)]
    tallies = days.moments(rng, stretch.start, stretch.end, 2)
    for at, (code, people, each) in zip(tallies, rng.sample(TALLIES[1:], 1) + TALLIES[:1], strict=True):
        contents.append(talk.counted(at, code, people if code == "earplugs" else people - rng.randint(0, 12), each))
    _record(mass, shift, stretch, contents)
    for at, said in zip(days.moments(rng, stretch.start, stretch.end, 2), rng.sample(REFUSED, 2), strict=True):
        mass.refuse(by=_worker(mass, stretch), shift=shift, at=at, **said)
    return shift


def _morning(mass: Mass, event: Event, stretch: Stretch) -> Shift:
    shift = _shift(mass, event, stretch, "sunday")
    times = days.moments(mass.rng, stretch.start, stretch.end, stretch.contacts)
    usual = [talk.at_stand(mass.rng, at) for at in times[::7]]
    queue = [talk.measured(mass.rng, at) for at in times if at not in times[::7]]
    _record(mass, shift, stretch, [*usual, *queue, talk.counted(times[5], "water", 41)])
    return shift


def _record(mass: Mass, shift: Shift, stretch: Stretch, contents: list[Content]) -> None:
    for content in sorted(contents, key=lambda content: content.occurred_at):
        mass.record(content, by=_worker(mass, stretch), shift=shift)


def _worker(mass: Mass, stretch: Stretch):
    return mass.network.actors[mass.rng.choice(CREWS[stretch.place])]
