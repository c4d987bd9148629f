"""A round table whose organiser, moderator and theme rotate, and two regional groups on one outing of two days."""

from collections.abc import Iterable
from datetime import time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.codelists.catalogue import names_of
from spojka.groups.actions import groups, themes
from spojka.groups.content import About, Sitting
from spojka.groups.models import Group
from spojka.meetings import rule
from spojka.meetings.actions import meetings, minutes
from spojka.meetings.content import When, Words
from spojka.meetings.models import Meeting
from spojka.network.models import Organisation, Service

from .mass import Mass

HOUSES = ("Podkroví", "Zastávka", "Vraní most")


def build(mass: Mass, told: list[dict[str, Any]]) -> None:
    _round_table(mass, told)
    _region(mass)


def _round_table(mass: Mass, told: list[dict[str, Any]]) -> None:
    """Each time another house organises and another one moderates; the group chooses its next theme."""
    filip, service = mass.network.actors["filip"], mass.network.services["poradna"]
    begun = timezone.localdate(mass.now) - timedelta(days=200)
    purpose = "Nestandardně o standardech: co se osvědčilo, co ne. Bez závěrů pro druhé, každý si odnese svoje."
    with mass.then(rule.moment(begun, time(14))) as at:
        about = About("Kulatý stůl sociálních služeb", "round_table", purpose, area="Lipovecko", rotates=True)
        group = groups.found(by=filip, id=new_id(), service=service, about=about, begun_on=begun, at=at)
        own = Sitting("leads", "ngo", worker=mass.network.members["filip"])
        groups.seat(by=filip, id=new_id(), group=group, sitting=own, at=at)
        house = Organisation.objects.get(slug="zastavka")
        groups.seat(by=filip, id=new_id(), group=group, sitting=Sitting("member", "ngo", house=house), at=at)
        david = Sitting("member", "ngo", worker=mass.network.members["david"])
        about_david = {"by": mass.network.actors["david"], "service": mass.network.services["teren"]}
        groups.name_own(**about_david, id=new_id(), group=group, sitting=david, at=at)
        sona = Sitting("member", "ngo", person="Soňa Stříbrná", institution="Vraní most", email="sona@vrani.invalid")
        groups.seat(by=filip, id=new_id(), group=group, sitting=sona, at=at)
    names = names_of(("group_theme",))["group_theme"]
    for number, one in enumerate(told):
        on = begun + timedelta(days=20 + number * 60)
        start = rule.moment(on, time(9))
        with mass.then(start - timedelta(days=5)) as at:
            theme = themes.propose(
                by=filip, id=new_id(), service=service, group=group, code=one["theme"], words="", material=""
            )
            themes.vote(by=filip, id=new_id(), service=service, theme=theme, hands=5 + number)
            meeting = _single(filip, group, service, "Kulatý stůl", one["organises"], When(start, 180))
            chosen = {"theme": theme, "outcome": "chosen", "meeting": meeting, "text": names[one["theme"]], "at": at}
            themes.choose(by=filip, id=new_id(), group=group, **chosen)
            rows = list(meeting.people.order_by("recorded_at", "pk"))
            who = dict(zip(HOUSES, rows, strict=False))
            roles = {"organises": who[one["organises"]].pk, "leads": who[one["moderates"]].pk}
            meetings.share_roles(by=filip, meeting=meeting, roles=roles)
        _write(mass, filip, service, meeting, start, one["lines"])
    with mass.then(mass.now - timedelta(hours=30)):
        for code, hands in (("complaints", 6), ("emergency", 4), ("staffing", 2)):
            theme = themes.propose(
                by=filip, id=new_id(), service=service, group=group, code=code, words="", material=""
            )
            themes.vote(by=filip, id=new_id(), service=service, theme=theme, hands=hands)
        when = When(rule.moment(timezone.localdate(mass.now) + timedelta(days=16), time(9)), 180)
        _single(filip, group, service, "Kulatý stůl", "Vraní most, Mlýnská 3", when)


def _region(mass: Mass) -> None:
    """Two working groups of the region go on one outing of two days."""
    klara, service = mass.network.actors["klara"], mass.network.services["urad"]
    begun = timezone.localdate(mass.now) - timedelta(days=150)
    found = []
    with mass.then(rule.moment(begun, time(8))) as at:
        for name, purpose in (
            ("Krajská skupina prevence kriminality", "Trendy, dobrá praxe, společné postupy měst kraje."),
            ("Krajská skupina prevence závislostí", "Síť služeb, včasné varování, vzdělávání."),
        ):
            about = About(name, "region", purpose, area="kraj")
            group = groups.found(by=klara, id=new_id(), service=service, about=about, begun_on=begun, at=at)
            own = Sitting("leads", "office", worker=mass.network.members["klara"])
            groups.seat(by=klara, id=new_id(), group=group, sitting=own, at=at)
            for side, slug in (("police", "policie-lipovec"), ("ngo", "zastavka"), ("ngo", "podkrovi")):
                house = Organisation.objects.get(slug=slug)
                sitting = Sitting("member", side, house=house)
                groups.seat(by=klara, id=new_id(), group=group, sitting=sitting, at=at)
            found.append(group)
    start = rule.moment(begun + timedelta(days=60), time(9))
    lines = (
        "První den: návštěva kontaktního centra a stanice městské policie.",
        "Druhý den: dílna o zvládání konfliktu, preventivní stezka v telefonu.",
        "Inspirace: ranní úklid s lidmi, kteří spí venku, zkusí dvě města.",
    )
    for group in found:
        with mass.then(start - timedelta(days=20)):
            title = "Společný výjezd obou krajských skupin"
            meeting = _single(klara, group, service, title, "Vrbohrad, Zámecká 5", When(start, 1800))
        _write(mass, klara, service, meeting, start, lines)


def _write(mass: Mass, by: Actor, service: Service, meeting: Meeting, start: Any, lines: Iterable[str]) -> None:
    above: UUID | None = None
    for number, text in enumerate(lines):
        with mass.then(start + timedelta(minutes=40 + number)) as at:
            words = Words(new_id(), "question" if text.endswith("?") else "statement", text, after=above)
            deed = {"by": by, "service": service, "meeting": meeting, "at": at}
            above = minutes.write(**deed, id=new_id(), words=words).line


def _single(by: Actor, group: Group, service: Service, title: str, place: str, when: When) -> Meeting:
    said = {
        "kind": "meeting",
        "title": title,
        "place": place,
        "when": when,
        "series": None,
        "needs": Permission.WORKING_GROUP_VIEW,
    }
    return meetings.call(by=by, id=new_id(), service=service, held_for=group.pk, **said)
