"""A group of which all is written, and the addresses of the pages that show it."""

from datetime import time, timedelta

from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.groups.actions import groups, minutes, themes
from spojka.groups.content import About, Sitting
from spojka.meetings.actions import meetings, series
from spojka.meetings.actions import minutes as writing
from spojka.meetings.content import Rule, When, Words
from spojka.meetings.rule import moment
from spojka.network.models import Membership

SHOWN: dict = {}


def once(by, service) -> list[str]:
    """Return the pages of groups, made the first time that they are asked for."""
    if service.pk not in SHOWN:
        SHOWN[service.pk] = screens(by, service)
    return SHOWN[service.pk]


def founded(by, service, **more):
    """Return a police cell that `by` founded."""
    about = About(**{"name": "Buňka Střed", "kind": "cell", "purpose": "Klid v ulicích."} | more)
    at = timezone.now() - timedelta(minutes=1)
    return groups.found(by=by, id=new_id(), service=service, about=about, begun_on=timezone.localdate(at), at=at)


def met(by, group, days=0, **more):
    """Return a meeting of a group, so many days from now."""
    when = When(moment(timezone.localdate() + timedelta(days=days), time(13)), 90)
    said = {"kind": "meeting", "title": "Buňka", "place": "Služebna", "series": None, "when": when}
    about = {"held_for": group.pk, "needs": Permission.WORKING_GROUP_VIEW}
    return meetings.call(by=by, id=new_id(), service=group.service, **about, **said | more)


def said(by, meeting, *lines, service=None):
    """Write lines of minutes: (kind, text, more); return their rows."""
    written = []
    for kind, text, more in lines:
        words = Words(new_id(), kind, text, after=written[-1].line if written else None, **more)
        deed = {"by": by, "service": service or meeting.service, "meeting": meeting, "at": timezone.now()}
        written.append(writing.write(**deed, id=new_id(), words=words))
    return written


def screens(by, service) -> list[str]:
    """Write it all down; return the addresses."""
    house, now = service.organisation.slug, timezone.now()
    group = founded(by, service, is_public=True, rotates=True, quorum=1, area="Střed", mandate="Zřídila rada.")
    old = founded(by, service, name="Stará buňka")
    groups.end(by=by, group=old, why="Splnila úkol.", on=timezone.localdate(now))
    worker = Membership.objects.get(pk=by.id)
    own = groups.seat(by=by, id=new_id(), group=group, sitting=Sitting("leads", "ngo", worker=worker), at=now)
    guest = Sitting("guest", "school", person="Jana Tabulová", institution="ZŠ Mostní", theme="Záškoláctví")
    groups.seat(by=by, id=new_id(), group=group, sitting=guest, at=now)
    rule = Rule("month", timezone.localdate(now), time(13), 90, nth=1, weekday=3)
    about = {"held_for": group.pk, "needs": Permission.WORKING_GROUP_VIEW, "kind": "meeting", "title": "Buňka"}
    series.start(by=by, id=new_id(), service=service, place="Služebna", rule=rule, **about)
    was, coming = met(by, group, -30), met(by, group, 9)
    lines = said(
        by, was, ("heading", "PČR", {}), ("item", "Nádražní 12: hluk", {}),
        ("question", "Kdo to řeší?", {"who": "MP"}),
        ("task", "Navštívit dům do příště", {"who": "PČR"}), ("thanks", "Díky Janě Tabulové.", {}),
    )  # fmt: skip
    minutes.publish(
        by=by,
        id=new_id(),
        group=group,
        meeting=was,
        at=now,
        lines=[{"line": "x", "kind": "item", "depth": 1, "text": "Nádražní"}],
    )
    told = {"words": "", "material": "Zákon 108"}
    one, two = (
        themes.propose(by=by, id=new_id(), service=service, group=group, code=code, **told)
        for code in ("rights", "contract")
    )
    themes.vote(by=by, id=new_id(), service=service, theme=one, hands=3)
    themes.choose(
        by=by, id=new_id(), group=group, theme=two, outcome="chosen", meeting=coming, text="Smlouva", at=now
    )  # fmt: skip
    at = f"/{house}/working-groups/"
    row = f"{at}{group.pk}/"
    return [
        at, f"{at}?show=over", f"{at}new/", f"{at}new/?kind=peer", row, f"{row}change/", f"{row}end/", f"{row}seats/",
        f"{row}series/", f"{row}meeting/", f"{at}{old.pk}/", f"/{house}/group-seats/{own.pk}/end/",
        f"/{house}/group-meetings/{was.pk}/public/", f"/{house}/group-lines/{lines[1].pk}/signal/",
        f"/{house}/group-signals/", f"/{house}/meetings/{coming.pk}/", f"/{house}/meetings/{was.pk}/minutes/",
    ]  # fmt: skip
