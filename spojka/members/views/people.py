from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Team
from spojka.ui.http import ask, done, posted

from .. import people as shows
from ..actions import memberships
from ..forms.people import ENDED, INVITED, End, PeopleFilter
from ..forms.posts import Change, PostForm
from ..models import Invitation
from ..posts import Post
from ..standings import version_of


@require_safe
def people(request):
    """List who works in my services, or in the whole house that I run, and who is invited."""
    actor, on = request.actor, timezone.localdate()
    if not actor.may(Permission.MEMBER_VIEW):
        raise Http404
    form = PeopleFilter(request.GET, actor=actor)
    asked = form.cleaned_data if form.is_valid() else {}
    page = shown(
        Membership,
        by=actor,
        to=Permission.MEMBER_VIEW,
        order=(by_name("user__name"), "pk"),
        where=shows.chosen(asked, on),
        page=request.GET.get("page"),
        related=("user",),
    )
    said = {
        "form": form,
        "chosen": any(asked.values()),
        "page": page,
        "colleagues": shows.colleagues_of(page.object_list, by=actor, on=on),
        "invitations": _invitations(request, asked),
        "only_invited": asked.get("state") == INVITED,
        "may_end_tablets": actor.may(Permission.TABLET_END),
        "may_invite": actor.may(Permission.MEMBER_INVITE),
        "at": timezone.now(),
    }
    return render(request, "members/people.html", said)


def _invitations(request, asked):
    """Return the invitations that wait, for those who could send them again."""
    if not request.actor.may(Permission.INVITATION_SEND) or asked.get("state") == ENDED:
        return []
    return shown(
        Invitation,
        by=request.actor,
        to=Permission.INVITATION_SEND,
        order=(by_name(), "pk"),
        where=shows.chosen_invitations(asked),
        related=("link",),
    ).object_list


@require_safe
def person(request, id):
    """Show one colleague: what they work as, and to who may change it, what they were before."""
    membership = reach(Membership, id, by=request.actor, to=Permission.MEMBER_VIEW, related=("user",))
    (colleague,) = shows.colleagues_of([membership], by=request.actor, on=timezone.localdate())
    may_change = request.actor.can(Permission.MEMBER_CHANGE, membership)
    teams = rows(Team, by=request.actor, to=Permission.MEMBER_VIEW).filter(memberships=membership)
    said = {
        "one": colleague,
        "teams": teams.order_by(by_name(), "pk"),
        "may_change": may_change,
        "may_partly": request.actor.may(Permission.MEMBER_CHANGE) and not may_change,
        "is_me": membership.user == request.user,
        "history": shows.history_of(membership) if may_change else [],
    }
    return render(request, "members/person.html", said)


@require_http_methods(["GET", "POST"])
def change(request, id):
    """Ask what a colleague is to work as from now on."""
    membership = _led(request, id, Permission.MEMBER_CHANGE)
    now = _as_it_is(membership) | {"version": version_of(membership)}
    form = Change(posted(request), actor=request.actor, to=Permission.MEMBER_CHANGE, of=membership, initial=now)
    said = {"membership": membership}
    deed = _deed(request, membership)
    if not done(form, lambda: memberships.change(**deed, post=form.post(), version=form.cleaned_data["version"])):
        return ask(request, "members/change.html", form, **said)
    return _back(request, membership, _("The change is saved. It holds from now on."))


@require_http_methods(["GET", "POST"])
def end(request, id):
    """Ask when a colleague works for the last time."""
    membership = _led(request, id, Permission.MEMBER_END)
    form = End(posted(request), initial={"last_day": timezone.localdate()})
    said = {"membership": membership}
    if not done(form, lambda: memberships.end(**_deed(request, membership), **form.cleaned_data)):
        return ask(request, "members/end.html", form, **said)
    return _back(request, membership, _("The end is written down. What they wrote stays."))


@require_http_methods(["GET", "POST"])
def back(request, id):
    """Ask what somebody who has left is to work as again."""
    membership = _led(request, id, Permission.MEMBER_RETURN)
    again = _as_it_is(membership) | {"valid_from": timezone.localdate(), "valid_to": None, "reads_house": False}
    form = PostForm(posted(request), actor=request.actor, to=Permission.MEMBER_RETURN, initial=again)
    said = {"membership": membership}
    if not done(form, lambda: memberships.let_back(**_deed(request, membership), post=form.post())):
        return ask(request, "members/back.html", form, **said)
    return _back(request, membership, _("They work here again."))


def _led(request, id, permission):
    return reach(Membership, id, by=request.actor, to=permission, related=("user", "organisation"))


def _deed(request, membership):
    return {"by": request.actor, "membership": membership, "at": timezone.now()}


def _as_it_is(membership):
    post = Post.of(membership)
    return post.columns | {"services": post.services, "teams": post.teams}


def _back(request, membership, words):
    messages.success(request, words)
    return redirect("person", request.actor.organisation.slug, membership.pk)
