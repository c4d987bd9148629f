"""Meetings of a family's case: a conference of nine with what came of it, and the next case meeting."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.cases.models import Case, Participant, Party
from spojka.conferences import actions
from spojka.conferences.content import Called, Told
from spojka.conferences.models import CaseMeeting
from spojka.links.doors import new_token
from spojka.meetings.actions import meetings, minutes, people
from spojka.meetings.content import Guest, Words
from spojka.meetings.models import Invited, Meeting

from .mass import Mass

WHO, SERVICE = "marie", "ospod"
OUTSIDE = (  # beside those of the case: two aunts, a doctor, and who leads
    Guest(name="teta Hedvika"),
    Guest(name="strýc Karel"),
    Guest(name="MUDr. Alena Polní", house="dětská ordinace", email="ordinace@polni.invalid"),
    Guest(name="Dana Klidná", house="Mediační centrum Vrbovec", email="dana@mediace.invalid"),
)
LINES: list[tuple[str, str, str, int | None]] = [  # kind, words, who, days after the conference
    ("heading", "Kde budou děti přes zimu", "", None),
    ("statement", "Adam chce být u mámy, ale jen když bude teplo. U babičky je mu dobře.", "", None),
    ("decision", "Do konce topné sezóny Adam spí u babičky, víkendy u maminky.", "", None),
    ("task", "Vyřídit příspěvek na bydlení", "maminka", 10),
    ("task", "Domluvit s Adamem doučování z matematiky", "ZŠ Polní", 14),
    ("task", "Zjistit, kdo může pomoct s kamny", "strýc Karel", 7),
    ("question", "Kdy bude volný byt z města?", "Odbor sociálních věcí", None),
    ("thanks", "Babičce za každodenní odvoz do školy.", "", None),
]
DAY = timedelta(days=1)


def build(mass: Mass) -> None:
    """Tell both, each act on its day."""
    case = next((one for one in Case.objects.order_by("pk") if one.called == "Rodina Janíkova"), None)
    if case is None:
        return
    row = _conference(mass, case)
    _invite(mass, row)
    _minutes(mass, row)
    _next(mass, case)


def _conference(mass: Mass, case: Case) -> CaseMeeting:
    with mass.then(mass.now - 34 * DAY) as at:
        starts_at = (mass.now - 27 * DAY).replace(hour=13, minute=0, second=0, microsecond=0)
        called = Called(
            sort="conference",
            title="Konference o zimě",
            place="Komunitní centrum, Lipovec",
            starts_at=starts_at,
            minutes=120,
        )
        told = Told(
            purpose="Domluvit, kde budou děti přes zimu a kdo s čím pomůže.",
            told="Marie Dětská, osobně u babičky; maminka si sama vybrala, koho přivede.",
            told_on=timezone.localdate(at),
        )
        return _call(mass, case, called, told, [*_parties(case), *_team(case)][:5])


def _call(mass: Mass, case: Case, called: Called, told: Told, who: list[Any]) -> CaseMeeting:
    about = {"by": mass.network.actors[WHO], "service": mass.network.services[SERVICE], "case": case}
    return actions.call(**about, id=new_id(), called=called, told=told, people_=who)


def _parties(case: Case) -> list[Party]:
    return list(Party.objects.filter(case=case, left_on=None).order_by("joined_on", "pk"))


def _team(case: Case) -> list[Participant]:
    return list(Participant.objects.filter(case=case, left_on=None).order_by("joined_on", "pk"))


def _invite(mass: Mass, row: CaseMeeting) -> None:
    by = mass.network.actors[WHO]
    with mass.then(mass.now - 33 * DAY) as at:
        for guest in OUTSIDE:
            people.invite(by=by, meeting=row.meeting, guest=guest)
        everybody = {one.called: one for one in _people(row.meeting)}
        roles: dict[str, UUID | None] = {"leads": everybody["Dana Klidná"].pk}
        roles |= {"organises": everybody["Marie Dětská"].pk, "writes": everybody["MUDr. Alena Polní"].pk}
        meetings.share_roles(by=by, meeting=row.meeting, roles=roles)
        tokens = {one.pk: new_token() for one in everybody.values() if one.address}
        people.send(by=by, meeting=row.meeting, tokens=tokens, at=at)
    with mass.then(row.meeting.starts_at):
        for one in _people(row.meeting):
            people.mark(by=by, person=one, presence="excused" if one.called == "strýc Karel" else "came")


def _people(meeting: Meeting) -> list[Invited]:
    return list(meeting.people.filter(ended_at=None).order_by("recorded_at", "pk"))


def _minutes(mass: Mass, row: CaseMeeting) -> None:
    """Write what was said; one task was done in time, one is late, the question is open."""
    by, on = mass.network.actors[WHO], timezone.localdate(row.meeting.starts_at)
    about = {"by": by, "service": mass.network.services[SERVICE], "meeting": row.meeting}
    above: UUID | None = None
    tasks = []
    for number, (kind, text, who, days) in enumerate(LINES):
        with mass.then(row.meeting.starts_at + timedelta(minutes=10 * number)) as at:
            due = on + days * DAY if days else None
            words = Words(new_id(), kind, text, after=above, who=who, due_on=due)
            above = minutes.write(**about, id=new_id(), words=words, at=at).line
            tasks += [above] if kind == "task" else []
    for line, days, said in ((tasks[0], 8, "Podáno a přiznáno od prosince."), (tasks[1], 20, "Chodí ve středu.")):
        with mass.then(row.meeting.starts_at + days * DAY) as at:
            minutes.answer_matter(**about, id=new_id(), line=line, outcome="done", text=said, at=at)
    with mass.then(row.meeting.starts_at + DAY) as at:
        tokens = {one.pk: new_token() for one in _people(row.meeting) if one.address}
        minutes.send_minutes(by=by, meeting=row.meeting, tokens=tokens, at=at)
    with mass.then(row.meeting.starts_at + 5 * DAY) as at:
        minutes.lock(by=by, meeting=row.meeting, at=at)


def _next(mass: Mass, case: Case) -> None:
    """Call the next case meeting; whom the family brings is not settled yet."""
    with mass.then(mass.now - 2 * DAY - timedelta(hours=3)):
        starts_at = (mass.now + 6 * DAY).replace(hour=14, minute=30, second=0, microsecond=0)
        called = Called(
            sort="meeting", title="Setkání po konferenci", place="OSPOD, dveře 12", starts_at=starts_at, minutes=60
        )
        purpose = "Podívat se, co se z konference podařilo a co s kamny."
        _call(mass, case, called, Told(purpose=purpose), _parties(case)[:1])
