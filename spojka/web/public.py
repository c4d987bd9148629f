"""Public pages of a house: cards of themes and warnings, for anybody, without signing in.

They show what a grant to everybody opens and nothing else, set no cookie and remember nobody. A house that has
published nothing looks like one that is not there.
"""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.network import doors as network
from spojka.signals.doors import for_everybody
from spojka.themes.doors import public_cards, public_services


def _public(view):
    """Let anybody see a page of a house that publishes something; the database is told that it is just anybody."""

    @open_to_all
    @require_safe
    @wraps(view)
    def shown(request, house):
        found = network.house_of(house)
        if found is None:
            raise Http404
        fence.tell(Actor.anybody())  # untold again by the middleware
        now = timezone.now()
        said = {"house": found, "services": public_services(found, now)}
        said["warnings"] = for_everybody(found, timezone.localdate(now))
        if not said["services"] and not said["warnings"]:
            raise Http404
        # the language stands in the address, for no cookie is set here
        tongue = request.GET.get("lang") if request.GET.get("lang") in dict(settings.LANGUAGES) else get_language()
        said["lang"] = tongue if "lang" in request.GET else ""
        said["other"] = next(code for code, _name in settings.LANGUAGES if code != tongue)
        with override(tongue):
            return view(request, said)

    return shown


@_public
def house(request, said):
    """Show the ten themes in the words of the house, and warnings in force above them."""
    if not said["services"]:
        return render(request, "web/public/warnings.html", said)
    asked = request.GET.get("service")
    service = next((one for one in said["services"] if str(one.pk) == asked), said["services"][0])
    cards = public_cards(service, timezone.localdate())
    return render(request, "web/public/themes.html", said | {"service": service, "cards": cards})


@_public
def warnings(request, said):
    """Show the public warnings that are in force; withdrawn ones and those whose days are over are gone."""
    return render(request, "web/public/warnings.html", said)
