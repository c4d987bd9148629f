"""Code lists in the search: their items, and what the codes that records carry are called."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Source, code, register, register_names
from spojka.search.stems import forms_of_name

from . import screens
from .models import Entry, OwnEntry
from .schema import LISTS

CARRIED = ("act", "material", "theme", "substance", "refusal_ground")
NAMES = ("name_cs", "name_en")


def names(by: Actor) -> dict[str, str]:
    """Return all names that each code ever had, in both languages: old records carry old codes."""
    found: dict[str, set[str]] = defaultdict(set)
    shipped = Entry.objects.filter(list__in=CARRIED).values_list("list", "code", *NAMES)
    own = OwnEntry.objects.filter(organisation=by.organisation, list__in=CARRIED).exclude(name_cs="")
    for list, item, *said in [*shipped, *own.values_list("list", "code", *NAMES)]:
        found[code(list, item)] |= {*said}
    return {item: " ".join(sorted(said)) for item, said in found.items()}


def _find(asked: Asked, by: Actor, most: int) -> list[Hit]:
    """Find whole lists by their titles, then items by their names."""
    if not by.may(Permission.CODELIST_VIEW) or not by.services:
        return []
    titles = {list: screens.title(list) for list in LISTS if list != "service_kind"}
    found = [(list, title, "") for list, title in titles.items() if asked.meets(forms_of_name(title))]
    found += [(list, name, titles[list]) for list, name in _items(by) if list in titles and _meets(asked, name)]
    return [Hit(title=name, url=_url(by, list), detail=title) for list, name, title in dict.fromkeys(found)][:most]


def _items(by: Actor) -> list[tuple[str, str]]:
    column = NAMES[0] if get_language() == "cs" else NAMES[1]
    own = OwnEntry.objects.allowed(by, Permission.CODELIST_VIEW).exclude(name_cs="").order_by("list", "name_cs", "pk")
    shipped = Entry.objects.order_by("list", "position", "pk").values_list("list", column)
    return [*shipped, *own.values_list("list", column)]


def _meets(asked: Asked, name: str) -> bool:
    return asked.meets(forms_of_name(name))


def _url(by: Actor, list: str) -> str:
    return reverse("codelists:one", args=[by.organisation.slug if by.organisation else "", list])


register_names(names)
register(Source(key="lists", title=_("Items of code lists"), icon="list", rank=90, find=_find))
