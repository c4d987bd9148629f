"""The book of Bára's week, Filip's free first appointments, a waiting list of five, and flats of Podkroví."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from spojka.appointments.actions import book, free, homes, waiting
from spojka.appointments.content import Sent, Time, Whom
from spojka.appointments.models import FreeTime
from spojka.appointments.taking import take
from spojka.base.ids import new_id
from spojka.base.terms import working_days_after
from spojka.clients.models import Client
from spojka.directory.doors import looker
from spojka.directory.models import ServiceEntry

from .mass import Mass

DAY = timedelta(days=1)
APIECE = timedelta(minutes=4)
WEEK = (  # days from today, hour, minutes, kind, room, how it went
    (-6, 10, 60, "counselling", "Malá místnost", "came"),
    (-6, 14, 30, "other", "", "absent"),
    (-5, 9, 60, "counselling", "Malá místnost", "excused"),
    (-3, 11, 90, "accompanying", "", "came"),
    (-1, 13, 60, "counselling", "Malá místnost", "came"),
    (-1, 15, 60, "first", "Malá místnost", ""),
    (0, 17, 30, "other", "Malá místnost", ""),
    (1, 10, 60, "counselling", "Malá místnost", ""),
    (2, 14, 60, "counselling", "Malá místnost", ""),
    (4, 9, 120, "accompanying", "", ""),
)
WAITS = (  # what for, days ago, a working name, why before others
    ("případová práce", 48, "Pan s kolem", ""),
    ("případová práce", 33, "Paní od řeky", ""),
    ("případová práce", 12, "Maminka s kočárkem", "Čeká druhé dítě, hrozí jí ztráta bydlení."),
    ("případová práce", 6, "Mladý s kytarou", ""),
    ("substituce: doprovod k lékaři", 20, "Ten z nádraží", ""),
)


def build(mass: Mass) -> None:
    """Write the book, the list and the flats, each act on its day."""
    _week(mass)
    _elsewhere(mass)
    _list(mass)
    _flats(mass)


def _at(mass: Mass, days: int, hour: int) -> datetime:
    today = timezone.localdate(mass.now)
    day = working_days_after(today, days) if days > 0 else today + days * DAY
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _week(mass: Mass) -> None:
    bara, service = mass.network.actors["bara"], mass.network.services["kcentrum"]
    clients = list(Client.objects.filter(service=service, merged_into=None).order_by("recorded_at", "pk")[:6])
    worker = mass.network.members["bara"]
    for n, (days, hour, minutes, kind, room, went) in enumerate(WEEK):
        start = _at(mass, days, hour)
        client = clients[n % len(clients)] if clients and kind != "first" else None
        whom = Whom(client=client, who="" if client else "Nový, přijde s kamarádem")
        when = Time(worker=worker, starts_at=start, minutes=minutes, kind=kind, room=room)
        with mass.then(mass.now - 8 * DAY + n * APIECE):
            said = {"time": when, "whom": whom, "anyway": True}
            one = book.book(by=bara, id=new_id(), service=service, **said)
        if went:
            with mass.then(start + timedelta(hours=1)) as at:
                book.mark(by=bara, appointment=one, state=went, at=at)


def _elsewhere(mass: Mass) -> None:
    """Filip offers four times; Marie of OSPOD books one of them for a mother whom she does not name."""
    filip, service = mass.network.actors["filip"], mass.network.services["poradna"]
    entry = ServiceEntry.objects.get(service=service, kind="3836", is_own=True)
    said = {"where": "Půdní 3, 2. patro", "about": "Kdokoli z rodiny, i sám.", "partners": [], "anyway": True}
    for n, (days, hour) in enumerate(((2, 9), (3, 13), (6, 10), (9, 15))):
        when = Time(
            worker=mass.network.members["filip"],
            starts_at=_at(mass, days, hour),
            minutes=60,
            kind="first",
            room="Modrý pokoj",
        )
        with mass.then(mass.now - 3 * DAY + n * APIECE) as at:
            free.offer(by=filip, id=new_id(), entry=entry, time=when, at=at, **said)
    first = FreeTime.objects.filter(entry=entry).order_by("starts_at").first()
    if first is None:
        return
    marie = looker(mass.network.actors["marie"])
    sent = Sent(reach="+420 600 000 442", sex="woman", topic="family")
    with mass.then(mass.now - DAY) as at:
        take(by=marie, id=new_id(), free_time=first, service=mass.network.services["ospod"], sent=sent, at=at)


def _list(mass: Mass) -> None:
    bara, service = mass.network.actors["bara"], mass.network.services["kcentrum"]
    made = []
    for purpose, ago, who, precedence in WAITS:
        with mass.then(mass.now - ago * DAY) as at:
            today = timezone.localdate(at)
            said = {"purpose": purpose, "client": None, "who": who, "precedence": precedence, "note": ""}
            made.append(waiting.add(by=bara, id=new_id(), service=service, since=today, today=today, **said))
    for one, ago, lasts in ((made[0], 10, 7), (made[2], 2, 7)):
        with mass.then(mass.now - ago * DAY) as at:
            today = timezone.localdate(at)
            said = {"what": "Místo u Báry, schůzka jednou týdně", "answer_by": today + lasts * DAY}
            waiting.offer(by=bara, id=new_id(), waiting=one, today=today, **said)


def _flats(mass: Mass) -> None:
    head, filip = mass.network.actors["jarmila"], mass.network.actors["filip"]
    service = mass.network.services["poradna"]
    with mass.then(mass.now - 90 * DAY) as at:
        today = timezone.localdate(at)
        flats = [homes.add(by=head, id=new_id(), service=service, name=f"Byt {n}", today=today) for n in (1, 2, 3)]
    for flat, ago, who in ((flats[0], 80, "Rodina se třemi dětmi"), (flats[1], 9, "Máma s dcerou")):
        with mass.then(mass.now - ago * DAY) as at:
            today = timezone.localdate(at)
            homes.begin(by=filip, id=new_id(), home=flat, client=None, who=who, since=today, today=today)
