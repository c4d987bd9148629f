"""Team meetings of the nightlife service: minutes of two, a question that came back, somebody who answers by link."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.links.doors import new_token
from spojka.meetings import doors, rule
from spojka.meetings.actions import meetings, minutes, people, series
from spojka.meetings.content import Guest, Reply, Rule, When, Words
from spojka.meetings.models import Invited, Meeting, MeetingLink, MeetingSeries
from spojka.network.models import Service

from .mass import Mass

HEAD, TEAM = "hana", ("anna", "vit", "ema")
OUTSIDER = {"name": "Olga Svícnová", "house": "Pořadatelé letních slavností", "email": "olga@slavnosti.invalid"}
FIRST: list[tuple[str, str, str]] = [  # kind, words, who
    ("heading", "Léto na akcích", ""),
    ("item", "Stánek stojí lépe u vstupu než u pódia: přišlo dvakrát víc lidí než loni.", ""),
    ("question", "Kolik lahví vody dá pořadatel na noc a kde budou stát?", "Olga Svícnová"),
    ("task", "Obnovit letáky o míchání alkoholu a GHB", "Ema Svítání"),
    ("thanks", "Vítovi za to, že vydržel do rána.", ""),
]
LAST: list[tuple[str, str, str]] = [
    ("heading", "Co se změnilo", ""),
    ("item", "V klubu U Lípy se mluví o silných tabletách, signál je zapsaný.", ""),
    ("decision", "Na každou akci nad 500 lidí jdeme nejméně čtyři.", ""),
    ("heading", "Provoz", ""),
    ("task", "Objednat ucpávky do uší na září", "Anna Poledne"),
    ("task", "Domluvit s městem místo pro stánek na náměstí", "Hana Večerní"),
    ("notice", "Školení první pomoci: druhá středa v měsíci, 17:00, zasedačka.", ""),
]
MORE: dict[str, dict[str, Any]] = {  # who says it and where, by how a line begins
    "Kolik lahví": {"speaker": "Noční Zastávka"},
    "V klubu U Lípy": {"places": ("Klub U Lípy, Lipovec",)},
    "Na každou akci": {"speaker": "Hana Večerní"},
}
POINTS = ("Co se změnilo na scéně", "Kdo jde na podzimní akce", "Voda a klidová zóna")


def build(mass: Mass) -> None:
    """Tell the series, each act on its day."""
    today, service = timezone.localdate(mass.now), mass.network.services["noc"]
    begun = today - timedelta(days=70)
    weekday = (today + timedelta(days=3)).weekday()  # so that the next one is near, whenever this is built
    ruled = Rule("weeks", begun, time(13), 90, weekday=min(weekday, 4), every=2)
    with mass.then(mass.now - timedelta(days=70)):
        said = {"kind": "team", "title": "Porada Noční Zastávky", "place": "Kancelář, Mostní 4, Lipovec"}
        of = series.start(by=mass.network.actors[HEAD], id=new_id(), service=service, rule=ruled, **said)
        for guest in (*(Guest(mass.network.members[one]) for one in (HEAD, *TEAM)), Guest(**OUTSIDER)):
            series.join(by=mass.network.actors[HEAD], series=of, guest=guest)
    days = list(rule.dates(of, begun, today - timedelta(days=1)))
    older, last = (_held(mass, of, on, lines) for on, lines in ((days[-2], FIRST), (days[-1], LAST)))
    _close(mass, older, last)
    _next(mass, of, next(rule.dates(of, today + timedelta(days=1), today + timedelta(days=30))))
    _supervision(mass, service, days[-1])


def _held(mass: Mass, of: MeetingSeries, on: date, lines: list[tuple[str, str, str]]) -> Meeting:
    meeting = _call(mass, of, on, ago=7)
    start = rule.moment(on, of.hour)
    for one in meeting.people.order_by("recorded_at", "pk"):
        came = "excused" if one.called == "Vít Půlnoční" and lines is LAST else "came"
        with mass.then(start):
            people.mark(by=mass.network.actors["anna"], person=one, presence=came)
    above: UUID | None = None
    for number, (kind, text, who) in enumerate(lines):
        with mass.then(start + timedelta(minutes=5 + number)) as at:
            more = next((said for begin, said in MORE.items() if text.startswith(begin)), {})
            words = Words(new_id(), kind, text, after=above, who=who, **more)
            deed = {"by": mass.network.actors["anna"], "service": of.service, "meeting": meeting}
            above = minutes.write(**deed, id=new_id(), words=words, at=at).line
    return meeting


def _close(mass: Mass, older: Meeting, last: Meeting) -> None:
    """Answer one task of the older meeting, lock it; its question stays open. Send the minutes of the last one."""
    hana, done = mass.network.actors[HEAD], older.lines.get(number=1, kind="task")
    with mass.then(last.starts_at + timedelta(hours=1)) as at:
        said: dict[str, Any] = {"outcome": "done", "text": "Nové letáky jsou v krabici u dveří."}
        deed = {"by": mass.network.actors["ema"], "service": older.service, "meeting": older, "line": done.line}
        minutes.answer_matter(**deed, id=new_id(), at=at, **said)
        question = {"line": older.lines.get(number=1, kind="question").line, "said_in": last, "outcome": "going"}
        told = "Pořadatel slíbil dvě stě lahví, místo ještě neřekl."
        minutes.answer_matter(**deed | question, id=new_id(), text=told, at=at)
        minutes.lock(by=hana, meeting=older, at=at)
    with mass.then(min(last.starts_at + timedelta(hours=3), mass.now)) as at:
        minutes.send_minutes(by=hana, meeting=last, tokens={one.pk: new_token() for one in _reached(last)}, at=at)


def _next(mass: Mass, of: MeetingSeries, on: date) -> None:
    meeting = _call(mass, of, on, ago=0)
    for number, text in enumerate(POINTS):
        with mass.then(mass.now - timedelta(hours=20 - number)):
            deed = {"by": mass.network.actors["anna"], "service": of.service, "meeting": meeting}
            meetings.add_point(**deed, id=new_id(), text=text)
    guests = {one.called: one for one in meeting.people.all()}
    with mass.then(mass.now - timedelta(hours=5)) as at:
        link = MeetingLink.objects.select_related("service__organisation").get(row_id=guests["Olga Svícnová"].pk)
        answer = Reply("substitute", "Petr Pódiový", "Jsem na dovolené, přijde za mě technik.")
        olga = doors.by_link(link.link_id, link.service)
        people.answer(by=olga, person=guests["Olga Svícnová"], reply=answer, at=at)
        people.answer(by=mass.network.actors["ema"], person=guests["Ema Svítání"], reply=Reply("yes"), at=at)


def _call(mass: Mass, of: MeetingSeries, on: date, ago: int) -> Meeting:
    """Call a meeting and send its letters, a week ahead or yesterday."""
    hana, when = mass.network.actors[HEAD], When(rule.moment(on, of.hour), of.minutes, on)
    at_moment: datetime = when.starts_at - timedelta(days=7) if ago else mass.now - timedelta(days=1)
    with mass.then(at_moment) as at:
        said = {"kind": of.kind, "title": of.title, "place": of.where}
        meeting = meetings.call(by=hana, id=new_id(), service=of.service, series=of, when=when, **said)
        people.send(by=hana, meeting=meeting, tokens={one.pk: new_token() for one in _reached(meeting)}, at=at)
    return meeting


def _supervision(mass: Mass, service: Service, on: date) -> None:
    """Write down who was at a supervision, nothing else."""
    hana = mass.network.actors[HEAD]
    with mass.then(rule.moment(on, time(16))):
        when = When(rule.moment(on, time(16)), 120)
        said = {"kind": "supervision", "title": "Týmová supervize", "place": "", "series": None}
        meeting = meetings.call(by=hana, id=new_id(), service=service, when=when, **said)
        for one in (HEAD, *TEAM):
            person = people.invite(by=hana, meeting=meeting, guest=Guest(mass.network.members[one]))
            people.mark(by=hana, person=person, presence="came")


def _reached(meeting: Meeting) -> list[Invited]:
    return [one for one in meeting.people.select_related("membership__user") if one.address]
