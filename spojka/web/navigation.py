"""The menu: by work, at most seven entries, only what one's role can do."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission


@dataclass(frozen=True)
class Entry:
    """One entry: it is current on pages whose view is named in `also`, else where the path starts with its own."""

    view: str
    icon: str
    label: str | Promise
    permission: Permission | None = None
    also: tuple[str, ...] = ()


OFFICE = (
    "places:",
    "projects:",
    "stock:",
    "work:",
    "signals:",
    "themes:",
    "naloxone:",
    "disclosures:",
    *("consents:shared", "inquiries:list", "looks:remarks"),
    *("emergencies:register", "emergencies:incident"),
    "encounters:eligibility",
    *("codelists:", "clients:template", "people", "person", "phones:", "hubs:", "invit", "house", "service_", "team_"),
    "care:",
    *("audit", "row_seen", "sheets:", "tablets:"),
)
MENU = [
    Entry("today", "sun", _("Today")),
    Entry("encounters:list", "message-2", _("Contacts"), Permission.ENCOUNTER_VIEW, ("encounters:encounter",)),
    Entry("reports:contacts", "chart-bar", _("Figures"), Permission.REPORT_VIEW, ("reports:", "quality:")),
    Entry("encounters:shifts", "clock", _("Shifts"), Permission.SHIFT_VIEW),
    Entry("clients:list", "users", _("Clients"), Permission.CLIENT_VIEW),
    Entry("events:list", "music", _("Events"), Permission.EVENT_VIEW),
    Entry(
        "office",
        "building",
        _("Office"),
        Permission.MEMBER_VIEW,
        OFFICE,
    ),
]


def menu(actor: Actor, slug: str, path: str, view: str) -> list[dict[str, Any]]:
    """Return what the menu shows to `actor` on the page `view`."""
    shown = [entry for entry in MENU if entry.permission is None or actor.may(entry.permission)]
    named = [entry for entry in shown if any(view.startswith(name) for name in entry.also)]
    return [_item(entry, slug, path, named) for entry in shown]


def _item(entry: Entry, slug: str, path: str, named: list[Entry]) -> dict[str, Any]:
    url = reverse(entry.view, args=[slug])
    inside = path.startswith(url) if entry.view != "today" else path == url
    return {
        "url": url,
        "icon": entry.icon,
        "label": entry.label,
        "current": entry in named if named else inside,
        "count": None,
    }
