"""What pages and papers tell of agreements between organisations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.terms import months_after
from spojka.network.models import Service
from spojka.ui.words import day

from .content import CHAPTERS, Asked
from .models import (
    Form,
    PartnerAgreement,
    PartnerEvaluation,
    PartnerWord,
    Side,
    State,
    Word,
    agreed_on,
    said,
    state_on,
)

VIEW = Permission.PARTNER_VIEW
IN_FORCE = (State.HOLDS, State.ENDING, State.COMING)
WAITING = (State.DRAFT, State.PROPOSED, State.DECLINED)
SHOWN = {"force": IN_FORCE, "waiting": WAITING, "over": (State.OVER, State.REPLACED)}
RINGS = {State.HOLDS: "half", State.OVER: "done", State.REPLACED: "done", State.DROPPED: "open"}
TONES = {State.HOLDS: "ok", State.COMING: "ok", State.OVER: "plain", State.REPLACED: "plain", State.DROPPED: "plain"}
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Told:
    """An agreement as a reader sees it: `mine` are the sides for which they work, mostly one."""

    agreement: PartnerAgreement
    state: State
    mine: tuple[Side, ...]
    on: date

    @property
    def side(self) -> Side:
        """From which side it is read; the house that wrote it reads it from theirs."""
        return Side.THEIRS if self.mine == (Side.THEIRS,) else Side.OURS

    @property
    def ring(self) -> str:
        return RINGS.get(self.state, "due")

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "due")

    @property
    def other(self) -> str:
        """With whom it is, for the reader."""
        own = f"{self.agreement.organisation} · {self.agreement.service}"
        return self.agreement.partner_name if self.side == Side.OURS else own

    @property
    def words(self) -> list[PartnerWord]:
        """What was said of the wording as it stands, in order."""
        found = [one for one in self.agreement.words.all() if one.edition == self.agreement.edition]
        return sorted(found, key=lambda one: (one.on, one.recorded_at, str(one.pk)))

    def names(self, side: str) -> str:
        """Return what a side is called."""
        own = f"{self.agreement.organisation} · {self.agreement.service}"
        return own if side == Side.OURS else self.agreement.partner_name

    @property
    def lines(self) -> list[tuple[PartnerWord, str]]:
        return [(one, self.names(one.side)) for one in self.words]

    @property
    def missing(self) -> list[Side]:
        """Who has not agreed yet."""
        return [side for side in Side if not said(self.agreement, Word.YES, side)]

    @property
    def waits_for_me(self) -> bool:
        return self.state == State.PROPOSED and bool(self.to_say)

    @property
    def to_say(self) -> list[Side]:
        """The sides of the reader that have not agreed yet."""
        return [side for side in self.missing if side in self.mine]

    @property
    def agreed_on(self) -> date | None:
        return agreed_on(self.agreement)

    @property
    def last_day(self) -> date | None:
        notice = said(self.agreement, Word.NOTICE)
        return min((day for day in (self.agreement.ends_on, notice.last_day if notice else None) if day), default=None)

    @property
    def evaluations(self) -> list[PartnerEvaluation]:
        """The newest first."""
        return sorted(self.agreement.evaluations.all(), key=lambda one: (one.on, one.recorded_at), reverse=True)

    @property
    def evaluate_on(self) -> date | None:
        """When the cooperation is to be evaluated next; never, once it is over."""
        if self.state not in (State.HOLDS, State.ENDING):
            return None
        last = next(iter(self.evaluations), None)
        on = last.next_on if last else months_after(self.agreement.starts_on, self.agreement.evaluate_months)
        return None if self.last_day and on and on > self.last_day else on

    @property
    def newer(self) -> PartnerAgreement | None:
        return next((one for one in self.agreement.newer.all() if one.dropped_at is None), None)


def told(agreement: PartnerAgreement, by: Actor, on: date) -> Told:
    """Tell one; wants the rows of `with_words`."""
    both = ((Side.OURS, agreement.service_id), (Side.THEIRS, agreement.partner_id))
    mine = tuple(side for side, service in both if service in by.services)
    return Told(agreement, state_on(agreement, on), mine, on)


def tell(found: Iterable[PartnerAgreement], by: Actor, on: date) -> list[Told]:
    return [told(one, by, on) for one in found]


def agreements(by: Actor, on: date, states: Iterable[State] = ()) -> list[Told]:
    """Return what `by` may see in these states, by the other side's name; they were shown, so it is remembered."""
    found = rows(PartnerAgreement, by=by, to=VIEW).filter(dropped_at=None).with_words()
    wanted = [one for one in tell(found.order_by("-starts_on", "pk"), by, on) if not states or one.state in states]
    read([one.agreement for one in wanted], by=by, to=VIEW)
    return sorted(wanted, key=lambda one: one.other.casefold())


def in_force(service: Service, by: Actor, on: date) -> list[Told]:
    """Return the agreements by which a service works on a day."""
    holding = agreements(by, on, (State.HOLDS, State.ENDING))
    return [one for one in holding if service.pk in (one.agreement.service_id, one.agreement.partner_id)]


def sides(agreement: PartnerAgreement) -> list[list[tuple[str, str]]]:
    """Return who the two are: pairs of what is asked and what is said, ours and theirs."""
    house, centre = _("Organisation"), _("Service")
    head, person = _("Represented by"), _("Who is responsible for the cooperation")
    texts = agreement.texts
    partner = agreement.partner
    them = (
        [(house, str(partner.organisation)), (centre, str(partner))] if partner else [(house, agreement.partner_name)]
    )
    us = [(house, str(agreement.organisation)), (centre, str(agreement.service))]
    found = [us, them]
    for pairs, side in zip(found, ("our", "their"), strict=True):
        pairs += [(head, texts.get(f"{side}_head", "")), (person, texts.get(f"{side}_person", ""))]
    return found


def chapters(agreement: PartnerAgreement) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what was agreed, chapter by chapter, without what nobody filled in."""
    found = []
    for chapter in CHAPTERS:
        pairs = [(_called(agreement, one), value(agreement, one)) for one in chapter.asked]
        if chapter.asked[0].name == "is_joint" and not agreement.is_joint:
            pairs = [(_("Who is it for each purpose"), _("each side its own"))]
        kept = [(asked, text) for asked, text in pairs if text]
        if kept:
            found.append((str(chapter.title), kept))
    return found


def _called(agreement: PartnerAgreement, one: Asked) -> str:
    """Return what it is called for both sides: who reads "ours" may be the other one."""
    whose = {"our_contact": str(agreement.organisation), "their_contact": agreement.partner_name}
    if name := whose.get(one.name):
        return _("Contact: %(side)s") % {"side": name}
    return str(one.short or one.label)


def value(agreement: PartnerAgreement, one: Asked) -> str:
    """Return what was answered, in words; empty if nothing was."""
    if one.lines:
        return str(agreement.texts.get(one.name, ""))
    found: Any = getattr(agreement, one.name)
    if one.name == "forms":
        return ", ".join(str(Form(code).label) for code in found if code in Form.values)
    if one.name == "every":
        return str(agreement.get_every_display()) if found else pgettext("how often", "as needed")
    if isinstance(found, bool):
        return _("yes") if found else ""
    if isinstance(found, date):
        return day(found, True)
    return "" if found is None else str(found)


def days_of(agreement: PartnerAgreement) -> str:
    """Return the terms in one line, as lists show them."""
    found = []
    if many := agreement.answer_days:
        found.append(ngettext("answer in %(n)s working day", "answer in %(n)s working days", many) % {"n": many})
    if many := agreement.visit_days:
        found.append(ngettext("visit in %(n)s working day", "visit in %(n)s working days", many) % {"n": many})
    return " · ".join(found)
