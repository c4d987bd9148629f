from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue, Item

from ..content import Taken
from ..models import Source
from .fields import CountsField

BACK = {"taken": Source.OWN, "taken_others": Source.OTHERS, "taken_found": Source.FOUND}


def returnable(catalogue: Catalogue) -> list[Item]:
    """Return the materials that the service takes back."""
    return [item for item in catalogue.items("material") if "in" in item.extra.get("direction", ())]


class ExchangeFields(forms.Form):
    """What came back, whose it was and how it was counted; and what of the material was for others."""

    asks_back = forms.BooleanField(
        required=False, widget=forms.HiddenInput
    )  # a page where nothing is taken for granted
    nothing_back = forms.BooleanField(required=False, label=_("Nothing came back"))
    taken_about = forms.BooleanField(required=False, label=_("Estimated, not counted"))

    def add_exchange(self, catalogue: Catalogue) -> None:
        """Ask about it where the service takes anything back."""
        items = [replace(item, limit=None) for item in returnable(catalogue)]
        if not items:
            for name in ("asks_back", "nothing_back", "taken_about"):
                del self.fields[name]
            return
        labels = {
            "taken": _("They brought back"),
            "taken_others": _("They brought for others"),
            "taken_found": _("Found, by them or by you"),
            "others": _("Of what was given out, for others"),
        }
        for name, label in labels.items():
            field = CountsField("material", catalogue, first=items, rest=[], label=label, typed=True)
            self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("asks_back") and not said.get("nothing_back") and not any(said.get(name) for name in BACK):
            out = set(said.get("materials") or {}) & set(self.fields["taken"].tiles)
            if out and not self.errors:
                self.add_error("nothing_back", _("Write what came back, or tick that nothing did."))
        return said

    @property
    def has_exchange(self) -> bool:
        """Whether something in this part is filled in, so that it must stand open."""
        return "taken" in self.fields and any(self[name].value() for name in (*BACK, "others"))

    @property
    def exchange(self) -> dict[str, Any]:
        """What of the content was said here."""
        said = self.cleaned_data
        about = bool(said.get("taken_about"))
        taken = [
            Taken(code=code, quantity=quantity, source=source, is_estimated=about)
            for name, source in BACK.items()
            for code, quantity in (said.get(name) or {}).items()
        ]
        return {"others": said.get("others") or {}, "taken": tuple(taken)}


def initial_of_exchange(encounter: Any) -> dict[str, Any]:
    """Return what stands, for a form of correction."""
    taken = list(encounter.taken.order_by("code", "source"))
    names = {source: name for name, source in BACK.items()}
    values: dict[str, Any] = {name: {} for name in BACK}
    for one in taken:
        values[names[Source(one.source)]][one.code] = one.quantity
    others = encounter.handouts.exclude(others=0).order_by("pk")
    values["others"] = dict(others.values_list("code", "others"))
    return values | {"taken_about": any(one.is_estimated for one in taken)}
