"""Rules that a contact would break: it is stopped, or written with what was left aside and why."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import Catalogue

from . import eligibility, limits
from .content import Content, acts_of
from .limits import Breach
from .models import Encounter, Override, OverrideKind

SENT_LATE = timedelta(minutes=10)  # what a phone wrote down so long ago has been given already


class OverLimit(Refusal):
    """More than is given to one person, or too soon; with a reason it may be."""


class NotEligible(Refusal):
    """The service is not for this person; what may be written down is a refusal."""

    code = "not_eligible"  # the ground of that refusal, in the list refusal_ground


def check(encounter: Encounter, content: Content, catalogue: Catalogue, *, by: Actor, at: datetime) -> list[Override]:
    """Return what the contact leaves aside, to be kept with it. Raise if it must not, or needs a reason.

    What comes late from a phone has happened: it is kept whatever it breaks, and stands in the list of overrides.
    """
    acts = acts_of(content, catalogue)
    found = limits.asking(limits.breaches(content, acts, catalogue, limits.usage_for(encounter, content, catalogue)))
    has_happened = content.phone_at is not None and at - content.occurred_at > SENT_LATE
    stop_if_alone(found, content.over)
    if found and not content.over and not has_happened:
        raise OverLimit(" ".join([*map(str, found), _("Write why, or change the number.")]), field="over")
    unfit = _unfit(encounter, content, acts, catalogue)
    if unfit and not has_happened:
        raise NotEligible(_("%(why)s Write down the refusal instead.") % {"why": unfit})
    return made(encounter, found, bool(unfit), content.over, by)


def recheck(encounter: Encounter, content: Content, catalogue: Catalogue, *, by: Actor, reason: str) -> list[Override]:
    """The same for a correction, which stops only at what one contact can't hold: the rest has its reason."""
    acts = acts_of(content, catalogue)
    before = encounter.overrides.exclude(reason="").order_by("pk").first()
    over = content.over or (before.reason if before else "")
    found = limits.asking(limits.breaches(content, acts, catalogue, limits.usage_for(encounter, content, catalogue)))
    stop_if_alone(found, over)
    return made(encounter, found, bool(_unfit(encounter, content, acts, catalogue)), over or reason, by)


def stop_if_alone(found: list[Breach], over: str) -> None:
    """Raise for the first number that is too much by itself, unless somebody says why."""
    alone = [one for one in found if one.is_alone]
    if alone and not over:
        raise OverLimit(str(alone[0]), field="materials" if alone[0].item.list == "material" else "acts")


def made(encounter: Encounter, found: list[Breach], is_unfit: bool, over: str, by: Actor) -> list[Override]:
    """Return the rows that say what was left aside."""
    mine = {**encounter.ownership, "encounter": encounter, "reason": over, "made_by": by.id}
    rows = [
        Override(**mine, kind=one.kind, list=one.item.list, code=one.item.code, most=one.most, came_to=one.came_to)
        for one in found
    ]
    return rows + ([Override(**mine, kind=OverrideKind.ELIGIBILITY)] if is_unfit else [])


def _unfit(encounter: Encounter, content: Content, acts: Mapping[str, int], catalogue: Catalogue) -> str:
    """Say why the person does not get what the contact holds; nothing if they do."""
    rule = eligibility.rule_of(encounter.shift.service, encounter.day)
    if not rule or not (held := eligibility.held_back(rule, content, acts, catalogue)):
        return ""
    why = eligibility.why_not(rule, *eligibility.known_of(encounter.client, content), catalogue)
    if not why:
        return ""
    said = {"why": ", ".join(why), "acts": eligibility.names(held, catalogue)}
    return _("Outside the service's conditions: %(why)s. Can't be recorded: %(acts)s.") % said
