"""Papers to be filled in by hand: every form of case work, with the house and service and nobody's name or code.

Packages above add theirs by `register_blank`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.assessments import documents as assessments
from spojka.assessments.models import AssessmentForm
from spojka.codelists.catalogue import Catalogue
from spojka.consents import documents as consents

from . import documents


@dataclass(frozen=True)
class Blank:
    """One blank paper; `make` gets the lists of the service, whose boxes are ticked on it."""

    key: str
    label: str | Promise
    make: Callable[[Catalogue], bytes]
    rank: int
    hint: str | Promise = ""


_BLANKS: dict[str, Blank] = {}


def register_blank(*blanks: Blank) -> None:
    """Let papers stand among the blank ones."""
    _BLANKS.update({one.key: one for one in blanks})


def blanks() -> list[Blank]:
    """Return all blank papers in the order in which a case needs them."""
    return sorted(_BLANKS.values(), key=lambda one: one.rank)


def find(key: str) -> Blank | None:
    return _BLANKS.get(key)


def _of(form: str) -> Callable[[Catalogue], bytes]:
    return lambda lists: assessments.blank(form, lists)


register_blank(
    *(Blank(one.value, one.label, _of(one.value), 10 + place) for place, one in enumerate(AssessmentForm)),
    Blank("ecomap", _("Ecomap"), assessments.blank_ecomap, 19),
    Blank("consent", _("Consent to share information"), lambda lists: consents.blank(lists.service), 20),
    Blank("placement", _("Checklist for a child that goes to live elsewhere"), documents.blank_placement, 60),
    Blank("closing", _("Closing evaluation"), documents.blank_closing, 90),
)
