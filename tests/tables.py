"""A table that was brought in, for tests that look at every page."""

from dataclasses import replace

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.network.models import Membership
from spojka.sheets import actions as sheet_actions
from spojka.sheets import reading
from spojka.sheets.models import Sheet
from spojka.sheets.proposing import propose
from spojka.sheets.table import table


def sheets(service):
    """The pages of one table, brought the first time that they are asked for."""
    sheet = Sheet.objects.filter(service=service).first() or messy(service)
    return [f"/podchod/sheets/{sheet.pk}/{page}" for page in ("", "columns/", "answers/")]


def messy(service):
    by = Actor.member(Membership.objects.get(user__name="Hana Večerní"))
    rows = ["Datum;Klient;Výkony", "3.5.2026;PEN 85 M;KP", "3.5.26;pen85m;KP", "4.5.;;KP", "4.5.26;;nic moc"]
    pages, now = reading.read("\n".join(rows).encode()), timezone.now()
    brought = {"by": by, "id": new_id(), "service": service, "team": None, "name": "kveten.csv", "file_hash": "x"}
    sheet = sheet_actions.bring(**brought, pages=pages, at=now)
    plan = replace(propose(service, table(pages[0]))[0], setting="event_zone")
    sheet = sheet_actions.read(by=by, sheet=sheet, page=0, plan=plan)
    return sheet_actions.check(by=by, sheet=sheet, at=now)
