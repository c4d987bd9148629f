"""The cards at the stand and in the office."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import Shift
from spojka.members.people import names_of
from spojka.network.models import Service
from spojka.ui.http import ask, done, posted

from . import actions, doors, forms, reading
from .models import OwnCard


@require_safe
def stand(request, id):
    """Show the cards of the shift's service, in big letters, one at a time."""
    shift = reach(Shift, id, by=request.actor, to=Permission.THEME_VIEW, related=("service", "event", "place"))
    cards = [card for card in doors.cards(shift.service, shift.day, request.actor) if card.say]
    return render(request, "themes/stand.html", {"shift": shift, "cards": cards})


@require_safe
def listing(request):
    """Show all cards of a service, whose wording each is, and whether everybody may read them."""
    offered, service = services(request, Permission.THEME_VIEW)
    now = timezone.now()
    said = {
        "services": offered,
        "service": service,
        "cards": doors.cards(service, timezone.localdate(now), request.actor),
        "is_public": service in doors.published([service], now),
        "may_word": request.actor.can(Permission.THEME_WORD, service),
        "may_publish": request.actor.can(Permission.THEME_PUBLISH, service),
    }
    return render(request, "themes/list.html", said)


@require_http_methods(["GET", "POST"])
def edit(request, id, theme):
    """Ask how the service says a theme."""
    service, card, history = _reached(request, id, theme)
    form = forms.Word(posted(request), initial=_as_it_is(card) | {"valid_from": timezone.localdate()})
    owner = {"by": request.actor, "service": service, "theme": theme}
    if not done(form, lambda: actions.word(**owner, **form.cleaned_data)):
        said = {"service": service, "card": card, "history": _told(history)}
        return ask(request, "themes/edit.html", form, **said, again=forms.Default())
    messages.success(request, _("The card is saved. Phones get it when they are next connected."))
    return _back(request, service)


@require_POST
def reset(request, id, theme):
    """Take the default wording again, from today."""
    service, _card, _history = _reached(request, id, theme)
    form = forms.Default(request.POST)
    said = {"service": service, "theme": theme, "valid_from": timezone.localdate()} | forms.NOTHING
    if done(form, lambda: actions.word(by=request.actor, **said, **form.cleaned_data)):
        messages.success(request, _("The card has the default wording again."))
    return _back(request, service)


@require_POST
def publish(request, id):
    """Let everybody read the cards of a service."""
    service = reach(Service, id, by=request.actor, to=Permission.THEME_PUBLISH)
    actions.publish(by=request.actor, service=service, at=timezone.now())
    messages.success(request, _("Everybody may read the cards now, without signing in."))
    return _back(request, service)


@require_POST
def hide(request, id):
    """Take the cards of a service off the public page."""
    service = reach(Service, id, by=request.actor, to=Permission.THEME_HIDE)
    actions.hide(by=request.actor, service=service, at=timezone.now())
    messages.success(request, _("The cards are not public any more."))
    return _back(request, service)


def _reached(request, id, theme):
    """Return the service, its card as it is today and all that it ever said to the theme, the last first."""
    service = reach(Service, id, by=request.actor, to=Permission.THEME_WORD)
    lists = catalogue(service, timezone.localdate())
    own = rows(OwnCard, by=request.actor, to=Permission.THEME_WORD).filter(service=service, theme=theme)
    history = read(own.order_by("-recorded_at", "pk"), by=request.actor, to=Permission.THEME_WORD)
    card = next((one for one in reading.cards(lists, history) if one.code == theme), None)
    if card is None:
        raise Http404
    return service, card, history


def _as_it_is(card):
    """Return the words that are shown now, to be changed: one's own, else ours, in both languages."""
    if card.own and not card.own.is_default:
        return {name: getattr(card.own, name) for name in forms.NOTHING}
    return reading.default_words(card.code)


def _told(history):
    names = names_of({one.recorded_by for one in history})
    return [(one, names.get(one.recorded_by, "")) for one in history]


def _back(request, service):
    where = reverse("themes:list", args=[request.actor.organisation.slug])
    return redirect(f"{where}?service={service.pk}")
