"""The menu: by work, at most seven entries, only what one's role can do."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    folds: bool = False  # it stands in the office when the menu would be too long


MOST = 7
IN_CASES = ("today", "cases:list", "clients:list")  # what stands first where no shifts are run
IN_GROUPS = ("groups:", "recommendations:", "oldminutes:")
GROUPS = pgettext_lazy("of organisations", "Groups")
OFFICE = (
    "places:",
    "projects:",
    "stock:",
    "work:",
    "signals:",
    "themes:",
    "naloxone:",
    "disclosures:",
    "contracts:",
    *("partners:", "referrals:", "directory:", "appointments:"),
    *("consents:shared", "inquiries:list", "soundings:", "looks:remarks"),
    *("emergencies:register", "emergencies:incident"),
    "encounters:eligibility",
    *("codelists:", "clients:template", "people", "person", "phones:", "hubs:", "invit", "house", "service_", "team_"),
    "care:",
    *("audit", "row_seen", "sheets:", "tablets:"),
)
OF_CASES = ("cases:", "statements:", "caseplans:", "conferences:")
MENU = [
    Entry("today", "sun", _("Today")),
    Entry("encounters:list", "message-2", _("Contacts"), Permission.ENCOUNTER_VIEW, ("encounters:encounter",)),
    Entry("reports:contacts", "chart-bar", _("Figures"), Permission.REPORT_VIEW, ("reports:", "quality:")),
    Entry("encounters:shifts", "clock", _("Shifts"), Permission.SHIFT_VIEW),
    Entry("clients:list", "users", _("Clients"), Permission.CLIENT_VIEW),
    Entry(
        "cases:list",
        "list-details",
        _("Cases"),
        Permission.CASE_VIEW,
        OF_CASES,
    ),
    Entry("meetings:list", "users-group", _("Meetings"), Permission.MEETING_VIEW, ("meetings:",), folds=True),
    Entry("groups:list", "building-community", GROUPS, Permission.WORKING_GROUP_VIEW, IN_GROUPS, folds=True),
    Entry("events:list", "music", _("Events"), Permission.EVENT_VIEW, folds=True),
    Entry(
        "office",
        "building",
        _("Office"),
        Permission.MEMBER_VIEW,
        OFFICE,
    ),
]


def menu(actor: Actor, slug: str, path: str, view: str, in_cases: bool = False) -> list[dict[str, Any]]:
    """Return what the menu shows to `actor` on the page `view`; `in_cases`: who leads cases and runs no shifts."""
    shown = [entry for entry in MENU if entry.permission is None or actor.may(entry.permission)]
    folded = [entry for entry in shown if entry.folds][: max(0, len(shown) - MOST)]  # no more than must be
    shown = [entry for entry in shown if entry not in folded]
    if in_cases:
        shown.sort(key=lambda entry: IN_CASES.index(entry.view) if entry.view in IN_CASES else len(IN_CASES))
    named = [entry for entry in shown if any(view.startswith(name) for name in entry.also)]
    if any(view.startswith((entry.view.partition(":")[0] + ":", *entry.also)) for entry in folded):
        named = [entry for entry in shown if entry.view == "office"]
    return [_item(entry, slug, path, named) for entry in shown]


def _item(entry: Entry, slug: str, path: str, named: list[Entry]) -> dict[str, Any]:
    url = reverse(entry.view, args=[slug])
    inside = path.startswith(url) if entry.view != "today" else path == url
    return {
        "url": url,
        "icon": entry.icon,
        "label": entry.label,
        "current": entry in named if named else inside,
    }
