from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.base.errors import Refusal
from spojka.base.sorting import by_name
from spojka.links import doors as links
from spojka.ui.http import ask, posted, refused

from .. import letters
from .. import people as shows
from ..actions import invitations
from ..forms.people import Accept
from ..forms.posts import Invite
from ..models import Invitation
from .account import BACKEND

DEMO_LINK = "demo_link"  # in the session, where no letter leaves


@require_http_methods(["GET", "POST"])
def invite(request):
    """Ask whom to invite, write it down and send the letter."""
    actor, now = request.actor, timezone.now()
    if not actor.may(Permission.MEMBER_INVITE):
        raise Http404
    today = {"valid_from": timezone.localdate()}
    form = Invite(posted(request), actor=actor, to=Permission.MEMBER_INVITE, initial=today)
    said = {"mail_is_sent": settings.MAIL_IS_SENT, "in_demo": settings.DEMO}
    if not form.is_valid():
        return ask(request, "members/invite.html", form, **said)
    token, typed = links.new_token(), form.cleaned_data
    whom = {name: typed[name] for name in ("id", "email", "name")}
    try:
        invitation = invitations.invite(
            by=actor, organisation=actor.organisation, post=form.post(), token=token, at=now, **whom
        )
    except Refusal as refusal:
        return ask(request, "members/invite.html", refused(form, refusal), **said)
    return _send(request, invitation, token)


@require_safe
def invitation(request, id):
    """Show one invitation: for whom, as what, and whether its letter left."""
    row = _reached(request, id, Permission.INVITATION_SEND)
    said = {
        "one": row,
        "role": ROLE_NAMES[row.role],
        "inviter": shows.names_of([row.recorded_by]).get(row.recorded_by, ""),
        "is_waiting": not (row.accepted_at or row.withdrawn_at),
        "is_over": shows.is_over(row, timezone.now()),
        "mail_is_sent": settings.MAIL_IS_SENT,
        "demo_link": request.session.get(DEMO_LINK, {}).get(str(row.pk), "") if settings.DEMO else "",
    }
    return render(request, "members/invitation.html", said)


@require_POST
def again(request, id):
    """Send the letter again, with a new link."""
    row, token = _reached(request, id, Permission.INVITATION_SEND), links.new_token()
    row = invitations.send_again(by=request.actor, invitation=row, token=token, at=timezone.now())
    return _send(request, row, token)


@require_POST
def withdraw(request, id):
    """Take the invitation back."""
    row = _reached(request, id, Permission.INVITATION_WITHDRAW)
    invitations.withdraw(by=request.actor, invitation=row, at=timezone.now())
    messages.success(request, _("The invitation is taken back. Its link opens nothing."))
    return redirect("people", request.actor.organisation.slug)


def _reached(request, id, permission):
    return reach(Invitation, id, by=request.actor, to=permission, related=("link", "organisation"))


def _send(request, invitation, token):
    """Send the letter after the deed, and lead to the page that says whether it left."""
    if invitation.opens_with(token):  # else this was a repeated sending: the first one sent the letter
        address = request.build_absolute_uri(reverse("invitation_accept", args=[token]))
        has_left = letters.send_invitation(invitation, address=address, inviter=request.user.name, at=timezone.now())
        if has_left:
            messages.success(request, _("The letter left."))
        elif settings.DEMO:
            request.session[DEMO_LINK] = {str(invitation.pk): address}
    return redirect("invitation", request.actor.organisation.slug, invitation.pk)


@login_not_required
@require_http_methods(["GET", "POST"])
def accept(request, token):
    """Let somebody in by the link of their letter: with a new account, or with the one they have."""
    try:
        holder, found = shows.behind(token, timezone.now())
    except links.LinkOver as over:
        return _over(request, token, over)
    said = {"one": found, "role": ROLE_NAMES[found.role], "services": found.services.order_by(by_name(), "pk")}
    if request.user.is_authenticated:
        return _accept_as(request, holder, found, said)
    if shows.has_account(found.email):
        return render(request, "members/accept_known.html", said)
    form = Accept(posted(request), email=found.email, initial={"name": found.name})
    if not form.is_valid():
        return ask(request, "members/accept.html", form, **said)
    typed = {name: form.cleaned_data[name] for name in ("name", "password")}
    try:
        member = invitations.accept(by=holder, invitation=found, at=timezone.now(), **typed)
    except links.LinkOver as over:
        return _over(request, token, over)
    except Refusal as refusal:
        return ask(request, "members/accept.html", refused(form, refusal), **said)
    login(request, member.user, backend=BACKEND)
    return _welcome(request, found.organisation)


def _accept_as(request, holder, found, said):
    """Ask somebody who is signed in whether they accept; an account with another address can't."""
    said |= {"is_mine": request.user.email == found.email}
    if request.method == "GET" or not said["is_mine"]:
        return render(request, "members/accept_known.html", said, status=200 if request.method == "GET" else 422)
    invitations.accept(by=holder, invitation=found, at=timezone.now(), user=request.user)
    return _welcome(request, found.organisation)


def _over(request, token, over):
    """Say that the link holds no more; who accepted by it just now is led on."""
    known = shows.accepted_with(token, request.user) if request.user.is_authenticated else None
    if known:
        return _welcome(request, known.organisation)
    return render(request, "members/accept_over.html", {"over": over}, status=410)


def _welcome(request, organisation):
    messages.success(request, _("Welcome. You work for %(house)s now.") % {"house": organisation.name})
    return redirect("home")
