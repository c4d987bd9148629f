"""What of agreements between organisations waits for somebody, as Today says it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.ui.matters import Matter
from spojka.ui.words import day

from .models import Side, State, Word, said
from .reading import SOON, Told, agreements

MOST = 5
OPEN = (State.PROPOSED, State.DECLINED, State.COMING, State.HOLDS, State.ENDING)


def waiting(by: Actor, today: date) -> list[Matter]:
    """Return what waits for who may agree: our word, a refusal, an end or an evaluation that comes near."""
    if not by.organisation or not by.may(Permission.PARTNER_SAY):
        return []
    found = [(one, line) for one in agreements(by, today, OPEN) if (line := _line(one, today))]
    return [
        Matter(ring, text, _page(one, by), one.other, day(when, True) if when else "", when, one.agreement.pk)
        for one, (ring, text, when) in found[:MOST]
    ]


def _line(one: Told, today: date) -> tuple[str, str, date | None] | None:
    if one.waits_for_me:
        return "due", _("Agreement between organisations waits for your word"), None
    if one.state == State.DECLINED and one.side == Side.OURS:
        if said(one.agreement, Word.NO, Side.THEIRS):
            return "due", _("The other side does not agree with the agreement"), None
        return "due", _("Our side does not agree with the agreement"), None
    if (notice := said(one.agreement, Word.NOTICE)) and notice.side not in one.mine and today <= notice.on + SOON:
        return "due", _("The other side gave notice of the agreement"), notice.last_day  # also if it ends much later
    if one.state in (State.HOLDS, State.ENDING) and (last := one.last_day) and last <= today + SOON:
        return "due", _("Agreement between organisations ends"), last
    if (on := one.evaluate_on) and on <= today + SOON:
        return ("late" if on < today else "due"), _("Evaluate the cooperation"), on
    return None


def _page(one: Told, by: Actor) -> str:
    slug = by.organisation.slug if by.organisation else ""
    return reverse("partners:agreement", args=[slug, one.agreement.pk])
