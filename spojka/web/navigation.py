"""The menu: by work, at most seven entries, only what one's role can do."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.owned import Openings, Owned
from spojka.access.permissions import Permission
from spojka.cases.models import Case
from spojka.clients.models import Client
from spojka.encounters.models import Encounter


@dataclass(frozen=True)
class Entry:
    """One entry: it is current on pages whose view is named in `also`, else where the path starts with its own."""

    view: str
    icon: str
    label: str | Promise
    permission: Permission | None = None
    also: tuple[str, ...] = ()
    folds: bool = False  # it stands in the office when the menu would be too long
    reads: type[Owned] | None = None  # who may not `makes` is shown it only if there is something to read
    makes: Permission | None = None
    apart: Permission | None = None  # who may do this is shown it, too


MOST = 7
IN_CASES = ("today", "cases:list", "clients:list")  # what stands first where no shifts are run
OF_SHIFTS = ("encounters:list", "encounters:shifts", "events:list")  # what stands in the office there
AT_NIGHT = ("meetings:list", "groups:list", "events:list")  # what folds first in a service of nights out
BY_DAY = ("events:list", "groups:list", "meetings:list")
NIGHT = "nightlife"  # a code of the list service_kind
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
    Entry(
        "encounters:list",
        "message-2",
        _("Contacts"),
        Permission.ENCOUNTER_VIEW,
        ("encounters:encounter",),
        reads=Encounter,
        makes=Permission.ENCOUNTER_RECORD,
    ),
    Entry("reports:contacts", "chart-bar", _("Figures"), Permission.REPORT_VIEW, ("reports:", "quality:")),
    Entry("encounters:shifts", "clock", _("Shifts"), Permission.SHIFT_VIEW),
    Entry("clients:list", "users", _("Clients"), Permission.CLIENT_VIEW, reads=Client, makes=Permission.CLIENT_ADD),
    Entry(
        "cases:list",
        "list-details",
        _("Cases"),
        Permission.CASE_VIEW,
        OF_CASES,
        reads=Case,
        makes=Permission.CASE_OPEN,
    ),
    Entry("meetings:list", "users-group", _("Meetings"), Permission.MEETING_VIEW, ("meetings:",), folds=True),
    Entry("groups:list", "building-community", GROUPS, Permission.WORKING_GROUP_VIEW, IN_GROUPS, folds=True),
    Entry("events:list", "music", _("Events"), Permission.EVENT_VIEW, ("events:",), folds=True),
    Entry(
        "office",
        "building",
        _("Office"),
        Permission.MEMBER_VIEW,
        OFFICE,
        apart=Permission.REFERRAL_VIEW,  # the directory, referrals and questions to partners stand there
    ),
]


def menu(
    actor: Actor, slug: str, path: str, view: str, in_cases: bool = False, kinds: Collection[str] = (NIGHT,)
) -> list[dict[str, Any]]:
    """Return what the menu shows to `actor` on the page `view`.

    `in_cases`: who leads cases and runs no shifts; `kinds` are those of the services in which they work.
    """
    shown = _of_use(actor)
    folded = [entry for entry in shown if in_cases and entry.view in OF_SHIFTS]
    shown = [entry for entry in shown if entry not in folded]
    order = AT_NIGHT if NIGHT in kinds else BY_DAY
    folding = sorted((entry for entry in shown if entry.folds), key=lambda entry: order.index(entry.view))
    folded += folding[: max(0, len(shown) - MOST)]  # no more than must be
    shown = [entry for entry in shown if entry not in folded]
    if in_cases:
        shown.sort(key=lambda entry: IN_CASES.index(entry.view) if entry.view in IN_CASES else len(IN_CASES))
    named = [entry for entry in shown if any(view.startswith(name) for name in entry.also)]
    if any(view.startswith((entry.view, *entry.also)) for entry in folded):
        named = [entry for entry in shown if entry.view == "office"]
    return [_item(entry, slug, path, named) for entry in shown]


def _of_use(actor: Actor) -> list[Entry]:
    """Return what `actor` may open; what they could only read, if there is anything of it."""
    may = [
        one for one in MENU if not one.permission or actor.may(one.permission) or (one.apart and actor.may(one.apart))
    ]
    read_only = [one for one in may if one.reads and one.makes and not actor.may(one.makes)]
    if not read_only:
        return may
    among = Openings.among(actor, Q())  # once for all of them
    nothing = [one for one in read_only if not rows(one.reads, by=actor, to=one.permission, among=among).exists()]
    return [one for one in may if one not in nothing]


def _item(entry: Entry, slug: str, path: str, named: list[Entry]) -> dict[str, Any]:
    url = reverse(entry.view, args=[slug])
    inside = path.startswith(url) if entry.view != "today" else path == url
    return {
        "url": url,
        "icon": entry.icon,
        "label": entry.label,
        "current": entry in named if named else inside,
    }
