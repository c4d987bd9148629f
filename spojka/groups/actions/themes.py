"""Themes: proposed, wanted, chosen for a meeting."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.meetings.actions import meetings
from spojka.meetings.models import Meeting
from spojka.network.models import Service

from ..models import Group, Theme, ThemeChoice, ThemeOutcome, ThemeVote

MOST_HANDS = 500


@action(Permission.GROUP_THEME_PROPOSE, on="service", into="group")
def propose(*, by: Actor, id: UUID, service: Service, group: Group, code: str, words: str, material: str) -> Theme:
    """Propose what to talk of."""
    Theme.objects.all().stop_if_known(id, service)
    if not code and not words:
        raise Refusal(_("Choose a theme or write one."), field="words")
    said = {"code": code, "words": words, "material": material, "proposed_by": by.id}
    owner = group.ownership if group.service_id == service.pk else service.ownership
    return Theme(**owner, **said, id=id, group=group).add()


@action(Permission.GROUP_THEME_VOTE, on="service", into="theme")
def vote(*, by: Actor, id: UUID, service: Service, theme: Theme, hands: int) -> ThemeVote:
    """Say that one wants a theme, or how many hands were raised for it; 0 takes it back."""
    if not 0 <= hands <= MOST_HANDS:
        raise Refusal(_("Write a number up to %(most)s.") % {"most": MOST_HANDS}, field="hands")
    known = ThemeVote.objects.filter(theme=theme, voted_by=by.id).first()
    if known:
        return known if known.hands == hands else known.change(hands=hands)
    owner = theme.ownership if theme.service_id == service.pk else service.ownership
    return ThemeVote(**owner, id=id, group_id=theme.group_id, theme=theme, hands=hands, voted_by=by.id).add()


@action(Permission.GROUP_THEME_CHOOSE, on="group")
def choose(
    *, by: Actor, id: UUID, group: Group, theme: Theme, outcome: str, meeting: Meeting | None, text: str, at: datetime
) -> ThemeChoice:
    """Choose a theme for a meeting (it comes on its agenda as `text`), or put it aside."""
    ThemeChoice.objects.all().stop_if_known(id, group.service)
    if theme.group_id != group.pk or (meeting and meeting.held_for != group.pk):
        raise Refusal(_("This theme or meeting is of another group."))
    said = {"outcome": outcome, "meeting": meeting, "at": at, "chosen_by": by.id}
    row = ThemeChoice(**group.ownership, **said, id=id, group=group, theme=theme).add()
    if meeting and outcome == ThemeOutcome.CHOSEN:
        meetings.add_point(by=by, id=id, service=group.service, meeting=meeting, text=text)
    return row
