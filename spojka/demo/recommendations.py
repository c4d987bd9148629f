"""What groups ask of the town: a council group with two reports, a commission whose measures go their ways."""

import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups.actions import groups
from spojka.groups.content import About as GroupAbout
from spojka.groups.content import Sitting
from spojka.groups.models import Group, Seat
from spojka.meetings import rule
from spojka.network.models import Organisation
from spojka.recommendations.actions import funding, public, votes
from spojka.recommendations.actions import recommendations as actions
from spojka.recommendations.content import About, Counted, Happened, Money, Offer, Public, Said
from spojka.recommendations.holding import newest
from spojka.recommendations.models import Recommendation

from .mass import Mass

DATA = Path(__file__).parent / "data" / "recommendations.toml"
WORDS = ("sort", "title", "what", "why", "legal_basis", "draft", "body_kind", "body_name")
LEADS = "klara"
GUEST, GUEST_SERVICE = "david", "teren"


def build(mass: Mass) -> None:
    """Tell them all, each act on its day."""
    told = tomllib.loads(DATA.read_text())
    for one in told["groups"]:
        group, seats = _group(mass, one)
        known: dict[str, Recommendation] = {}
        for asked in one["asked"]:
            known[asked["key"]] = _asked(mass, group, seats, asked, known)
        _money(mass, group, one, known)


def _day(mass: Mass, days: int) -> date:
    return timezone.localdate(mass.now) - timedelta(days=days)


def _group(mass: Mass, one: dict[str, Any]) -> tuple[Group, dict[str, Seat]]:
    """Found the group; its leader and a guest house come by account, the others by name."""
    by, service, begun = mass.network.actors[LEADS], mass.network.services["urad"], _day(mass, one["begun"])
    with mass.then(rule.moment(begun, time(9))) as at:
        about = GroupAbout(
            one["name"], one["kind"], one["purpose"], mandate=one["mandate"], area="Lipovec", quorum=one["quorum"],
            is_public=True,
        )  # fmt: skip
        group = groups.found(by=by, id=new_id(), service=service, about=about, begun_on=begun, at=at)
        sit = {"by": by, "group": group, "at": at}
        own = Sitting("secretary", "office", worker=mass.network.members[LEADS])
        groups.seat(**sit, id=new_id(), sitting=own)
        house = Organisation.objects.get(slug="zastavka")
        groups.seat(**sit, id=new_id(), sitting=Sitting("invited", "ngo", house=house))
        seats = {
            name: groups.seat(**sit, id=new_id(), sitting=Sitting(role, side, person=name, institution=of))
            for role, side, name, of in one["seats"]
        }
        guest = Sitting("member", "ngo", worker=mass.network.members[GUEST])
        mine = {"by": mass.network.actors[GUEST], "service": mass.network.services[GUEST_SERVICE]}
        groups.name_own(**mine, id=new_id(), group=group, sitting=guest, at=at)
    return group, seats


def _asked(
    mass: Mass, group: Group, seats: dict[str, Seat], told: dict[str, Any], known: dict[str, Recommendation]
) -> Recommendation:
    """Propose it and let it go its way."""
    by, on = mass.network.actors[LEADS], _day(mass, told["days"])
    author, service = (mass.network.actors[GUEST], mass.network.services[GUEST_SERVICE]), group.service
    if not told.get("by_guest"):
        author = (by, service)
    with mass.then(rule.moment(on, time(10))) as at:
        about = About(**{name: told.get(name, "") for name in WORDS}, zones=told.get("zones", []))
        came_from = known.get(told.get("came_from", ""))
        one = actions.propose(
            by=author[0], id=new_id(), service=author[1], group=group, about=about, came_from=came_from, on=on, at=at
        )
    for days, state, more in told["steps"]:
        _step(mass, one, days, state, dict(more))
        if state == "recommended" and "vote" in told:
            _vote(mass, one, seats, days, told["vote"])
    if "public" in told:
        with mass.then(rule.moment(_day(mass, told["steps"][-1][0]), time(16, 30))) as at:
            said = Public(title=one.title, asked=one.what, outcome=told["public"])
            public.publish(by=by, id=new_id(), group=group, recommendation=one, said=said, at=at)
    return one


def _step(mass: Mass, one: Recommendation, days: int, state: str, more: dict[str, Any]) -> None:
    on = _day(mass, days)
    waits = on + timedelta(days=more.pop("wait")) if "wait" in more else None
    with mass.then(rule.moment(on, time(15))) as at:
        said = Happened(state=state, on=on, after=newest(one).pk, due_on=waits, **more)
        deed = {"by": mass.network.actors[LEADS], "service": one.group.service, "recommendation": one}
        actions.step(**deed, id=new_id(), said=said, clean=None, at=at)


def _vote(mass: Mass, one: Recommendation, seats: dict[str, Seat], days: int, told: dict[str, Any]) -> None:
    on, interests = _day(mass, days), {seats[name]: what for name, what in told.get("interests", {}).items()}
    words = {seats[name]: word for name, word in told["words"].items()} | dict.fromkeys(interests, "conflict")
    with mass.then(rule.moment(on, time(16))):
        said = Counted(on=on, words=words, interests=interests)
        deed = {"by": mass.network.actors[LEADS], "service": one.group.service, "recommendation": one}
        votes.vote(**deed, id=new_id(), said=said)


def _money(mass: Mass, group: Group, told: dict[str, Any], known: dict[str, Recommendation]) -> None:
    """Write down calls, projects of this and the last year, and what papers wrote."""
    mine = {"by": mass.network.actors[LEADS], "service": group.service, "group": group}
    year = timezone.localdate(mass.now).year
    for number, one in enumerate(told.get("calls", [])):
        days = {"opens_on": _day(mass, -one["opens"]), "closes_on": _day(mass, -one["closes"])}
        words = {name: one[name] for name in ("name", "giver", "purpose")}
        with mass.then(rule.moment(_day(mass, 12 + number), time(11))):
            funding.add_call(**mine, id=new_id(), offer=Offer(**words, **days))
    for number, one in enumerate(told.get("projects", [])):
        with mass.then(rule.moment(_day(mass, 20 + number), time(13))):
            funding.add_project(**mine, id=new_id(), money=Money(**one | {"year": year - one["year"]}))
    for one in told.get("media", []):
        words = {name: one[name] for name in ("medium", "title")}
        said = Said(**words, on=_day(mass, one["days"]), recommendation=known[one["about"]])
        with mass.then(rule.moment(said.on, time(17))):
            funding.add_media(**mine, id=new_id(), said=said)
