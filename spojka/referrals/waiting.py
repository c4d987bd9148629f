"""What of referrals waits for somebody, as Today says it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.ui.matters import Matter
from spojka.ui.words import day

from .reading import Told, referrals
from .standing import State

MOST = 8


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return what waits for who may say something: our turn, or a term that passed, those first."""
    if not by.organisation or not by.may(Permission.REFERRAL_ANSWER):
        return []
    found = [one for one in referrals(by, today) if _shows(one)]
    found.sort(key=lambda one: (not one.is_late, one.standing.due or date.max))
    return [
        Matter(
            "late" if one.is_late else "due",
            line(one),
            reverse("referrals:referral", args=[by.organisation.slug, one.referral.pk]),
            f"{one.referral.mark} · {one.other}",
            day(one.standing.due, True) if one.standing.due else "",
            one.standing.due,
            one.referral.pk,
        )
        for one in found[:MOST]
    ]


def _shows(one: Told) -> bool:
    came_back = one.is_offering and one.is_late and one.state in (State.OFFERED, State.VISITED)
    return one.waits_for_me or came_back or one.state == State.INVITED


def line(one: Told) -> str:
    """Say what it is that waits."""
    is_mine = one.standing.turn in one.mine
    words = {
        State.OFFERED: _("Referral waits for your answer") if is_mine else _("Referral: no answer came in time"),
        State.ASKED: _("Referral: a question waits for your reply"),
        State.ACCEPTED: _("Referral was accepted: say who it is, or invite"),
        State.NAMED: _("Referral: invite to the first visit"),
        State.INVITED: _("Referral: the visit is late") if one.is_late else _("Referral: a visit is ahead"),
        State.VISITED: _("Referral: tell the outcome") if is_mine else _("Referral: the outcome is missing"),
        State.MISSED: _("Referral: they did not come; invite again or tell the outcome"),
        State.OUTCOME: _("Referral: read the outcome and close it"),
        State.DECLINED: _("Referral was declined: look elsewhere, then close it"),
    }
    return words.get(one.state, "")
