"""Public pages of a house: cards of themes, warnings, and its public groups, for anybody, without signing in.

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
from spojka.codelists.catalogue import names_of
from spojka.groups.reading import public_minutes, public_pages
from spojka.meetings import documents, word
from spojka.network import doors as network
from spojka.recommendations.reading import everybodys
from spojka.signals.doors import for_everybody
from spojka.themes.doors import public_cards, public_services
from spojka.ui.http import give_document, give_paper

LISTS = ("group_kind", "recommendation_sort", "body_kind")


def _public(view):
    """Let anybody see a page of a house that publishes something; the database is told that it is just anybody."""

    @open_to_all
    @require_safe
    @wraps(view)
    def shown(request, house, **more):
        found = network.house_of(house)
        if found is None:
            raise Http404
        fence.tell(Actor.anybody())  # untold again by the middleware
        now = timezone.now()
        said = {"house": found, "services": public_services(found, now)}
        said["warnings"] = for_everybody(found, timezone.localdate(now))
        said["groups"] = public_pages(found, Actor.anybody())
        if not said["services"] and not said["warnings"] and not said["groups"]:
            raise Http404
        # the language stands in the address, for no cookie is set here
        tongue = request.GET.get("lang") if request.GET.get("lang") in dict(settings.LANGUAGES) else get_language()
        said["lang"] = tongue if "lang" in request.GET else ""
        said["other"] = next(code for code, _name in settings.LANGUAGES if code != tongue)
        with override(tongue):
            return view(request, said, **more)

    return shown


@_public
def house(request, said):
    """Show the ten themes in the words of the house, and warnings in force above them."""
    if not said["services"] and not said["groups"]:
        return render(request, "web/public/warnings.html", said | {"here": "warnings"})
    if not said["services"]:
        return _groups(request, said)
    asked = request.GET.get("service")
    service = next((one for one in said["services"] if str(one.pk) == asked), said["services"][0])
    cards = public_cards(service, timezone.localdate())
    return render(request, "web/public/themes.html", said | {"here": "themes", "service": service, "cards": cards})


@_public
def warnings(request, said):
    """Show the public warnings that are in force; withdrawn ones and those whose days are over are gone."""
    return render(request, "web/public/warnings.html", said | {"here": "warnings"})


@_public
def groups(request, said):
    """Show the groups of the house of which everybody may know."""
    if not said["groups"]:
        raise Http404
    return _groups(request, said)


@_public
def group(request, said, id):
    """Show one group: what it is for, what it asked and what came of it, and the public version of its minutes."""
    page = next((one for one in said["groups"] if one.pk == id), None)
    if page is None:
        raise Http404
    anybody = Actor.anybody()
    said |= {"here": "groups", "page": page, "names": names_of(LISTS, organisation=said["house"])}
    said |= {"asked": everybodys([page], anybody)[page.pk], "minutes": public_minutes(page, anybody)}
    return render(request, "web/public/group.html", said)


@_public
def minutes(request, said, id, minutes, form):
    """Give the public version of minutes as PDF or as a document for a word processor."""
    page = next((one for one in said["groups"] if one.pk == id), None)
    found = next((one for one in public_minutes(page, Actor.anybody()) if one.pk == minutes), None) if page else None
    if found is None or form not in ("pdf", "docx"):
        raise Http404
    about = str(said["house"]), page.name, found.on, found.lines
    if form == "pdf":
        return give_paper(documents.public(*about), "zapis")
    return give_document(word.public(*about), "zapis")


def _groups(request, said):
    names = names_of(LISTS, organisation=said["house"])
    return render(request, "web/public/groups.html", said | {"here": "groups", "names": names})
