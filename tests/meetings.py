"""A series with a meeting of which all is written, and the addresses of the pages that show it."""

from datetime import time, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.links.doors import new_token
from spojka.meetings.actions import meetings, minutes, people, series
from spojka.meetings.content import Guest, Rule, When, Words
from spojka.meetings.rule import moment
from spojka.network.models import Membership

SHOWN: dict = {}


def once(by, service) -> list[str]:
    """Return the pages of meetings, made the first time that they are asked for."""
    if service.pk not in SHOWN:
        SHOWN[service.pk] = screens(by, service)
    return SHOWN[service.pk]


def screens(by, service) -> list[str]:
    """Write it all down; return the addresses, also those that are open to who has a link."""
    now = timezone.now()
    today, house = timezone.localdate(now), service.organisation.slug
    rule = Rule("weeks", today - timedelta(days=400), time(13), 90, weekday=today.weekday())
    of = series.start(by=by, id=new_id(), service=service, kind="team", title="Porada", place="Kancelář", rule=rule)
    guests = (Guest(Membership.objects.get(pk=by.id)), Guest(name="Olga Venkovská", email="olga@urad.invalid"))
    for guest in guests:
        series.join(by=by, series=of, guest=guest)
    said = {"kind": "team", "title": "Porada týmu", "place": "Kancelář", "series": of}
    was = meetings.call(by=by, id=new_id(), service=service, when=When(now - timedelta(days=7), 90), **said)
    met = meetings.call(by=by, id=new_id(), service=service, when=When(moment(today, time(13)), 90, today), **said)
    written = []
    for meeting in (was, met):
        for kind, text in (("heading", "Provoz"), ("task", "Objednat čaj"), ("item", "Okno je opravené.")):
            words = Words(new_id(), kind, text, after=written[-1].line if written else None, who="Olga Venkovská")
            deed = {"by": by, "service": service, "meeting": meeting, "words": words, "at": now}
            written.append(minutes.write(**deed, id=new_id()))
    meetings.add_point(by=by, id=new_id(), service=service, meeting=met, text="Klíče")
    olga = met.people.get(membership=None)
    people.mark(by=by, person=olga, presence="came")
    tokens = [new_token() for _ in range(3)]
    people.send(by=by, meeting=met, tokens={olga.pk: tokens[0]}, at=now)
    minutes.send_minutes(by=by, meeting=met, tokens={olga.pk: tokens[1]}, at=now)
    people.open_door(by=by, meeting=met, token=tokens[2], at=now)
    told = {"service": service, "meeting": was, "line": written[1].line, "outcome": "going", "text": "Čeká se."}
    minutes.answer_matter(by=by, id=new_id(), **told, said_in=met, at=now)
    minutes.lock(by=by, meeting=was, at=now)
    at, past = (f"/{house}/meetings/{one.pk}/" for one in (met, was))
    row = f"/{house}/meeting-series/{of.pk}/"
    return [
        f"/{house}/meetings/", f"/{house}/meetings/?when=past", f"/{house}/meetings/new/",
        f"/{house}/meetings/calendar/", f"/{house}/meeting-series/new/", row, f"{row}change/", f"{row}calendar/",
        at, f"{at}change/", f"{at}cancel/", f"{at}minutes/", past, f"{past}minutes/",
        f"/{house}/meeting-matters/{written[1].pk}/answer/", f"/meeting/answer/{tokens[0]}/",
        f"/meeting/minutes/{tokens[1]}/", f"/meeting/here/{tokens[2]}/", "/meeting/here/x/",
    ]  # fmt: skip
