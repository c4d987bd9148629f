"""Recommendations of which all is written, and the addresses of the pages that show them."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups.actions import groups as founding
from spojka.groups.content import Sitting
from spojka.recommendations.actions import funding, public, recommendations, votes
from spojka.recommendations.content import About, Counted, Happened, Money, Offer, Public, Said
from spojka.recommendations.holding import newest
from tests import groups

SHOWN: dict = {}
RING = [[15.05, 50.76], [15.05, 50.77], [15.07, 50.77], [15.05, 50.76]]
ZONES = [{"name": "Střed", "rule": "Prodej jen na tržišti", "ring": RING}]


def once(by, service) -> list[str]:
    """Return the pages of recommendations, made the first time that they are asked for."""
    if service.pk not in SHOWN:
        SHOWN[service.pk] = screens(by, service)
    return SHOWN[service.pk]


def asked(by, group, service=None, came_from=None, days=0, **more):
    """Return what `by` proposed to a group, so many days ago."""
    said = {
        "sort": "measure",
        "title": "Zákaz podomního prodeje",
        "what": "Doplnit tržní řád.",
        "body_kind": "council",
    }
    at = timezone.now()
    return recommendations.propose(
        by=by, id=new_id(), service=service or group.service, group=group, about=About(**said | more),
        came_from=came_from, on=timezone.localdate(at) - timedelta(days=days), at=at,
    )  # fmt: skip


def stepped(by, one, state, clean=None, **more):
    """Write the next step of a recommendation, today."""
    at = timezone.now()
    said = {"on": timezone.localdate(at), "after": newest(one).pk, "reason": "Proto."} | more
    deed = {"by": by, "service": one.group.service, "recommendation": one, "at": at}
    return recommendations.step(**deed, id=new_id(), said=Happened(state=state, **said), clean=clean)


def rejected(by, group, **more):
    """Return what the council rejected."""
    one = asked(by, group, body_name="Rada města", **more)
    for state in ("recommended", "handed", "rejected"):
        stepped(by, one, state)
    return one


def screens(by, service) -> list[str]:
    """Write it all down; return the addresses."""
    house, now = service.organisation.slug, timezone.now()
    today, day = timezone.localdate(now), timedelta(days=1)
    group = groups.founded(by, service, name="Komise", kind="commission", is_public=True, quorum=2)
    sitting = {"by": by, "group": group, "at": now}
    _one, two = (
        founding.seat(**sitting, id=new_id(), sitting=Sitting("member", "party", person=name))
        for name in ("Jana Radní", "Petr Radní")
    )
    old = rejected(by, group, zones=ZONES, why="Lidé v dluzích.", draft="Článek 4a.", legal_basis="§ 18")
    new = asked(by, group, came_from=old, body_kind="assembly", zones=ZONES)
    counted = Counted(on=today, in_favour=1, words={two: "conflict"}, interests={two: "Vlastní tržiště."})
    votes.vote(by=by, id=new_id(), service=service, recommendation=new, said=counted)
    stepped(by, new, "recommended", document="Zápis 3/2026")
    step = stepped(by, new, "handed", due_on=today, document="https://lipovec.invalid/usneseni")
    mistake = stepped(by, new, "adopted")
    recommendations.unstep(by=by, step=mistake, why="Ještě nehlasovali.", at=now)
    words = Public(title="Zákaz podomního prodeje", asked="Doplnit tržní řád.", outcome="Čeká se.")
    public.publish(by=by, id=new_id(), group=group, recommendation=new, said=words, at=now)
    mine = {"by": by, "service": service, "group": group}
    offer = Offer(name="Prevence 2027", giver="Ministerstvo vnitra", opens_on=today, closes_on=today + 9 * day)
    call = funding.add_call(**mine, id=new_id(), offer=offer)
    money = Money(name="Kamery", year=2026, state="granted", asked=500_000, granted=400_000, social=20, call=call)
    project = funding.add_project(**mine, id=new_id(), money=money)
    told = Said(on=today, medium="Deník", title="Město zakáže prodej", recommendation=new)
    funding.add_media(**mine, id=new_id(), said=told)
    line = groups.said(by, groups.met(by, group, -9), ("item", "Podomní prodej v ubytovnách", {}))[0]
    at, row, page = f"/{house}/recommendations/", f"/{house}/working-groups/{group.pk}/", group.page.pk
    return [
        at, f"{at}?show=closed", f"{row}recommendations/", f"{row}recommendations/new/", f"{row}funding/",
        f"{row}calls/new/", f"{row}projects/new/", f"{row}media/new/",
        f"/{house}/group-lines/{line.pk}/recommendation/", f"{at}{old.pk}/", f"{at}{old.pk}/bring/", *(
            f"{at}{new.pk}/{rest}" for rest in ("", "change/", "zones/", "step/", "vote/", "public/")
        ),
        f"/{house}/recommendation-steps/{step.pk}/back/", f"/{house}/grant-calls/{call.pk}/change/",
        f"/{house}/funding-projects/{project.pk}/change/",
        f"/public/{house}/groups/", f"/public/{house}/groups/{page}/",
    ]  # fmt: skip
