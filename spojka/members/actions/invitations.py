"""Inviting somebody by a letter, and accepting."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.links import doors as links
from spojka.network.models import Membership, Organisation, User

from .. import posts
from ..models import Invitation
from ..posts import Post
from ..standings import remember

PURPOSE = "invitation"
LASTS = timedelta(days=7)
PAUSE = timedelta(minutes=1)  # between two letters to the same person


class AlreadyThere(Refusal):
    """They work here, or were invited already."""


class TooSoon(Refusal):
    """The last letter left a moment ago."""


class NotWaiting(Refusal):
    """The invitation was accepted or taken back."""


class NotForYou(Refusal):
    """The one who accepts can't be the one who was invited."""


@action(Permission.MEMBER_INVITE, on="organisation")
def invite(
    *, by: Actor, id: UUID, organisation: Organisation, email: str, name: str, post: Post, token: str, at: datetime
) -> Invitation:
    """Write down that somebody is invited; the letter with `token` is sent when this has succeeded."""
    _stop_if_known(id, organisation)
    email = email.strip().lower()
    posts.check(post, by=by, to=Permission.MEMBER_INVITE, on=timezone.localdate(at))
    _stop_if_there(email, by, at)
    invitation = Invitation(
        id=id,
        organisation=organisation,
        email=email,
        name=name,
        link=links.issue(purpose=PURPOSE, token=token, at=at, lasts=LASTS),
        recorded_by=by.id,
        **post.columns,
    ).add()
    invitation.services.set(post.services)
    invitation.teams.set(post.teams)
    return invitation


@action(Permission.INVITATION_SEND, on="invitation")
def send_again(*, by: Actor, invitation: Invitation, token: str, at: datetime) -> Invitation:
    """Give the invitation a new link, for a new letter; the old one holds no more. Who sends it is who invites now."""
    row = _waiting(invitation)
    if at - row.link.recorded_at < PAUSE:
        raise TooSoon(_("A letter left a moment ago. Wait a minute before you send another one."))
    links.withdraw(row.link, at)
    link = links.issue(purpose=PURPOSE, token=token, at=at, lasts=LASTS)
    return row.change(link=link, sent_at=None, recorded_by=by.id)


@action(Permission.INVITATION_WITHDRAW, on="invitation")
def withdraw(*, by: Actor, invitation: Invitation, at: datetime) -> Invitation:
    """Take the invitation back; its link leads nowhere from now on."""
    if _locked(invitation).withdrawn_at:
        return invitation
    row = _waiting(invitation)
    links.withdraw(row.link, at)
    return row.change(withdrawn_at=at)


@action(Permission.MEMBER_ACCEPT, on="invitation")
def accept(
    *, by: Actor, invitation: Invitation, at: datetime, user: User | None = None, name: str = "", password: str = ""
) -> Membership:
    """Accept by the link, as the `user` who has an account already or with a new one. The link is used up."""
    row = _waiting(invitation)
    on = timezone.localdate(at)
    if not posts.is_still_given(row.role, row.recorded_by, on) or (row.valid_to and row.valid_to < on):
        raise links.LinkOver
    links.use(row.link, at)
    user = _the_invited(row, user) if user else _new_account(row, name, password)
    membership = _membership(row, user, by, on)
    row.change(accepted_at=at, membership=membership)
    return membership


def _stop_if_known(id: UUID, organisation: Organisation) -> None:
    known = Invitation.objects.filter(pk=id).first()
    if known is None:
        return
    if known.organisation_id != organisation.pk:
        raise Refusal(_("This record can't be saved under its number. Please write it once more."))
    raise Repeated(known)


def _stop_if_there(email: str, by: Actor, at: datetime) -> None:
    """Stop for those whom `by` leads already; of all others nothing is said, not even that they have an account."""
    member = Membership.objects.allowed(by, Permission.MEMBER_CHANGE).filter(user__email=email).first()
    if member and member.has_ended(timezone.localdate(at)):
        said = _("%(name)s worked here and has left. Let them come back on their page, without an invitation.")
        raise AlreadyThere(said % {"name": member.user.name}, field="email")
    if member:
        said = _("%(name)s works here already. Change their services or role on their page.")
        raise AlreadyThere(said % {"name": member.user.name}, field="email")
    if Invitation.objects.allowed(by, Permission.INVITATION_SEND).waiting().filter(email=email).exists():
        said = _("They are invited already. You can send the letter again, or take the invitation back first.")
        raise AlreadyThere(said, field="email")


def _locked(invitation: Invitation) -> Invitation:
    row: Invitation = Invitation.objects.select_for_update(of=("self",)).select_related("link").get(pk=invitation.pk)
    return row


def _waiting(invitation: Invitation) -> Invitation:
    row = _locked(invitation)
    if row.accepted_at:
        raise NotWaiting(_("The invitation was accepted already."))
    if row.withdrawn_at:
        raise NotWaiting(_("The invitation was taken back already."))
    return row


def _the_invited(row: Invitation, user: User) -> User:
    if user.email != row.email:
        raise NotForYou(_("This invitation is for somebody else. Sign out and open the link from your letter again."))
    return user


def _new_account(row: Invitation, name: str, password: str) -> User:
    if User.objects.filter(email=row.email).exists():
        raise NotForYou(_("You have an account already. Sign in with it, then accept the invitation."))
    return User.objects.create_user(row.email, name or row.name, password)


def _membership(row: Invitation, user: User, by: Actor, on: date) -> Membership:
    """Make a membership of the invitation, or open again the one that has ended."""
    membership = Membership.objects.filter(user=user, organisation=row.organisation_id).first()
    columns = {name: getattr(row, name) for name in posts.COLUMNS}
    if membership is None:
        membership = Membership(user=user, organisation_id=row.organisation_id, **columns).add()
    elif not membership.has_ended(on):
        said = _("You work for this organisation already. Ask its manager to change your services or your role.")
        raise NotForYou(said)
    else:
        remember(membership, by)
        membership.change(**columns, ended_at=None)
    membership.services.set(row.services.all())
    membership.teams.set(row.teams.all())
    return membership
