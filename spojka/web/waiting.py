"""What waits for somebody, gathered from all packages: for the page Today, the letter of the week and the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.appointments.reminding import waiting as appointments_waiting
from spojka.audit import log
from spojka.care.matters import matters
from spojka.caseplans.terms import due as terms_due
from spojka.cases.waiting import due as cases_due
from spojka.consents.reading import to_look_at
from spojka.contracts.waiting import waiting as contracts_waiting
from spojka.directory.reminding import waiting as directory_waiting
from spojka.disclosures.reading import waiting as requests_waiting
from spojka.groups.waiting import waiting as groups_waiting
from spojka.inquiries.reading import waiting as inquiries_waiting
from spojka.looks.reading import to_decide
from spojka.looks.reading import waiting as remarks_waiting
from spojka.meetings.calendars import Dated
from spojka.meetings.matters import owed as matters_owed
from spojka.meetings.matters import waiting as matters_waiting
from spojka.meetings.reading import coming as meetings_coming
from spojka.partners.waiting import waiting as partners_waiting
from spojka.recommendations.waiting import days as recommendation_days
from spojka.recommendations.waiting import waiting as recommendations_waiting
from spojka.referrals.waiting import waiting as referrals_waiting
from spojka.shifts.doors import left_for
from spojka.soundings.reading import waiting as soundings_waiting
from spojka.statements.waiting import waiting as statements_waiting


def gathered(by: Actor, at: datetime) -> dict[str, Any]:
    """Return what waits for `by`, by the names under which the page Today knows it."""
    on = timezone.localdate(at)
    groups, mine = groups_waiting(by, on), matters_waiting(by, on)
    told = {one.of for one in groups} | {one.row.pk for one in mine}  # each group says itself how many are late
    owed = [one for one in matters_owed(by, on) if not told & {one.row.meeting.held_for, one.row.pk}]
    return {
        "care": matters(by, at),
        "handovers": left_for(by, at),
        "requests": requests_waiting(by),
        "openings": to_look_at(by),
        "inquiries": inquiries_waiting(by, at, on),
        "soundings": soundings_waiting(by, at),
        "plan_terms": terms_due(by, on),
        "cases": cases_due(by, on),
        "statements": statements_waiting(by, on),
        "contracts": contracts_waiting(by, on),
        "partners": partners_waiting(by, on),
        "recommendations": recommendations_waiting(by, on),
        "referrals": referrals_waiting(by, on),
        "groups": groups,
        "meeting_matters": mine,
        "meetings_owed": owed,
        "meetings_coming": meetings_coming(by, at),
        "appointments": appointments_waiting(by, at, on),
        "directory": directory_waiting(by, on),
        "remarks": remarks_waiting(by, 5),
        "withholdings": to_decide(by, on),
    }


@dataclass(frozen=True)
class Due:
    """Something with a day. Its title names nobody: a calendar lies open on a phone."""

    on: date
    title: str
    address: str


def due_of(by: Actor, at: datetime) -> list[Due]:
    """Return all dated matters of `by`, the soonest first, for a calendar; nothing of them is shown."""
    if by.organisation is None:
        return []
    with log.unshown():
        dated = [*_dated(gathered(by, at)), *recommendation_days(by, timezone.localdate(at))]
    slug = by.organisation.slug
    found = [Due(on, title, reverse(view, args=[slug, id])) for on, title, view, id in dated if on]
    return sorted(found, key=lambda due: (due.on, due.title, due.address))


def dated(by: Actor, at: datetime) -> list[Dated]:
    """Return the same as a calendar file wants it."""
    return [Dated(one.on, one.title, f"{one.address} {one.title} {one.on}") for one in due_of(by, at)]


def _dated(found: dict[str, Any]) -> Iterator[tuple[date | None, str, str, UUID]]:
    """Tell of each matter its day, a title that names nobody, and where it is seen to."""
    asked, said = found["inquiries"], found["statements"]
    yield from ((row.due_on, _("Request of an authority"), "disclosures:request", row.pk) for row in found["requests"])
    yield from ((row.due_on, _("Answer to another organisation"), "inquiries:inquiry", row.pk) for row in asked.asked)
    yield from ((row.due_on, _("Answer from another organisation"), "inquiries:inquiry", row.pk) for row in asked.back)
    yield from ((row.on, _("Term of a plan"), "caseplans:plan", row.case.pk) for row in found["plan_terms"])
    terms = [row for row in found["cases"] if row.kind in ("court", "pause", "measure")]
    yield from ((row.on, _("Term in a case"), "cases:case", row.case.pk) for row in terms)
    matters_ = found["meeting_matters"]
    yield from (
        (row.due, _("Task or question of a meeting"), "meetings:minutes", row.row.meeting_id) for row in matters_
    )
    for name, title, view in (
        ("partners", _("Agreement between organisations"), "partners:agreement"),
        ("referrals", _("Term of a referral"), "referrals:referral"),
    ):
        yield from ((row.on, title, view, row.of) for row in found[name])
    reports = [*said.ours, *said.theirs]
    yield from ((row.due, _("Report to the team"), "statements:agreement", row.agreement.pk) for row in reports)
    reviews = [(on, row.pk) for row, on in said.reviews]
    yield from ((on, _("Evaluation of the cooperation"), "statements:agreement", id) for on, id in reviews)


def counted(by: Actor, at: datetime) -> list[str]:
    """Return how many things of which kind wait for `by`: numbers and kinds, no names and nobody's words."""
    with log.unshown():
        found = gathered(by, at)
    asked, said = found["inquiries"], found["statements"]
    many = {
        "requests": len(found["requests"]),
        "asked": len(asked.asked) + len(found["soundings"].found) + len(said.questions),
        "back": len(asked.back) + len(said.answers) + len(found["soundings"].told),
        "terms": len(found["plan_terms"])
        + len(found["cases"])
        + len(said.ours)
        + len(said.theirs)
        + len(said.reviews),
        "contracts": len(found["contracts"]),
        "meetings": len(found["meeting_matters"])
        + len(found["meetings_owed"])
        + len(found["meetings_coming"])
        + len(found["groups"]),
        "recommendations": len(found["recommendations"]),
        "others": len(found["partners"])
        + len(found["referrals"])
        + len(found["directory"])
        + len(found["appointments"]),
        "rights": len(found["remarks"]) + len(found["openings"]) + len(found["withholdings"]),
        "care": len(found["care"]) + len(found["handovers"]),
    }
    lines = {
        "requests": ngettext("%(n)s request of an authority", "%(n)s requests of authorities", many["requests"]),
        "asked": ngettext("%(n)s question to you", "%(n)s questions to you", many["asked"]),
        "back": ngettext("%(n)s answer to be read", "%(n)s answers to be read", many["back"]),
        "terms": ngettext("%(n)s term of work in cases", "%(n)s terms of work in cases", many["terms"]),
        "contracts": ngettext("%(n)s matter of contracts", "%(n)s matters of contracts", many["contracts"]),
        "meetings": ngettext("%(n)s matter of meetings", "%(n)s matters of meetings", many["meetings"]),
        "recommendations": ngettext(
            "%(n)s term of recommendations and calls",
            "%(n)s terms of recommendations and calls",
            many["recommendations"],
        ),
        "others": ngettext(
            "%(n)s matter of agreements, the directory and appointments",
            "%(n)s matters of agreements, the directory and appointments",
            many["others"],
        ),
        "rights": ngettext("%(n)s matter of clients' rights", "%(n)s matters of clients' rights", many["rights"]),
        "care": ngettext("%(n)s matter of a service", "%(n)s matters of a service", many["care"]),
    }
    return [lines[kind] % {"n": n} for kind, n in many.items() if n]
