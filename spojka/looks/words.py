"""Words of lists in the language of the own look: lists have no Ukrainian of their own, the catalogues of pages do."""

from typing import Any

from django.utils.translation import get_language, gettext, override

from spojka.codelists.catalogue import names_of
from spojka.network.models import Organisation


def words_of(*lists: str, organisation: Organisation) -> dict[str, dict[str, str]]:
    """Return the names of codes by list; in Ukrainian where we have it, else in Czech."""
    said = names_of(lists, organisation=organisation)
    if get_language() != "uk":
        return said
    with override("en"):
        english = names_of(lists, organisation=organisation)
    return {name: {code: _found(english[name].get(code), word) for code, word in said[name].items()} for name in said}


def _found(english: Any, czech: str) -> str:
    if not english:
        return czech
    found = gettext(english)
    return czech if found == english else found
