"""Changing what a colleague works as, letting them go and letting them come back. Nothing is deleted."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Membership

from .. import devices, posts
from ..posts import MANAGER, CanNotBe, Post
from ..standings import remember, version_of


class HasEnded(Refusal):
    """They have left already."""


class HasNotEnded(Refusal):
    """They have not left."""


class ChangedMeanwhile(Refusal):
    """Somebody else changed the same membership since the form was opened."""


@action(Permission.MEMBER_CHANGE, on="membership")
def change(*, by: Actor, membership: Membership, post: Post, version: int, at: datetime) -> Membership:
    """Change role, services, teams and days; it holds from their next request."""
    row, on = _locked(membership), timezone.localdate(at)
    was = Post.of(row)
    if post.is_like(was):
        return row
    if row.has_ended(on):
        raise HasEnded(_("They have left. Let them come back first."))
    if version != version_of(row):
        raise ChangedMeanwhile(_("Somebody has changed it since you opened this page. Open it again, please."))
    posts.check(post, by=by, to=Permission.MEMBER_CHANGE, on=on, was=was)
    _stop_if_last(row, post, on)
    return _become(row, post, by)


@action(Permission.MEMBER_END, on="membership")
def end(*, by: Actor, membership: Membership, last_day: date, at: datetime) -> Membership:
    """Let somebody go with the end of a day to come, or at once. What they wrote stays and stays theirs."""
    row, on = _locked(membership), timezone.localdate(at)
    if row.has_ended(on):
        raise HasEnded(_("They have left already."))
    has_begun = row.valid_from <= on
    if last_day < row.valid_from and (has_begun or last_day > on):
        raise CanNotBe(_("They began later than that."), field="last_day")
    if row.role == MANAGER:
        posts.stop_if_last(row.organisation, row, on=max(last_day + timedelta(days=1), on), field="last_day")
    remember(row, by)
    days = {"valid_to": last_day} if last_day >= row.valid_from else {}
    if last_day > on:
        return row.change(**days)
    row.change(**days, ended_at=at)
    if not Membership.objects.valid(on).filter(user=row.user).exists():
        devices.end(row.user)
    return row


@action(Permission.MEMBER_RETURN, on="membership")
def let_back(*, by: Actor, membership: Membership, post: Post, at: datetime) -> Membership:
    """Let somebody who has left work here again, with their old account."""
    row, on = _locked(membership), timezone.localdate(at)
    was = Post.of(row)
    if not row.has_ended(on):
        if post.is_like(was):
            return row
        raise HasNotEnded(_("They work here. Change their services or role instead."))
    posts.check(post, by=by, to=Permission.MEMBER_RETURN, on=on)
    return _become(row, post, by)


def _locked(membership: Membership) -> Membership:
    locked = Membership.objects.select_for_update(of=("self",)).select_related("organisation", "user")
    row: Membership = locked.get(pk=membership.pk)
    return row


def _become(row: Membership, post: Post, by: Actor) -> Membership:
    remember(row, by)
    row.change(**post.columns, ended_at=None)
    row.services.set(post.services)
    row.teams.set(post.teams)
    return row


def _stop_if_last(row: Membership, post: Post, on: date) -> None:
    """Stop when the house would be without a manager: now, or after the last day of this one."""
    if row.role != MANAGER:
        return
    if post.role != MANAGER or post.valid_from > on:
        posts.stop_if_last(row.organisation, row, on=on, field="role" if post.role != MANAGER else "valid_from")
    elif post.valid_to:
        posts.stop_if_last(row.organisation, row, on=post.valid_to + timedelta(days=1), field="valid_to")
