from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue, Item
from spojka.network.models import Service
from spojka.ui.widgets import NewId

from ..models import Location
from ..models.moves import MOST

SELECT = {"class": "form-select"}
ENDED = _("This item is not offered any more. Choose another one.")
WHERE = {"required": _("Choose a location."), "invalid_choice": _("This location is closed. Choose another one.")}
PIECES = dict.fromkeys(("min_value", "max_value", "invalid"), _("Write 1 to 1,000,000 pieces."))
NOUGHT = dict.fromkeys(("min_value", "max_value", "invalid"), _("Write a whole number, nought too."))


def number(low: int, words: Mapping[str, Any], **kwargs: Any) -> forms.IntegerField:
    """Return a field for so many pieces."""
    widget = forms.NumberInput({"inputmode": "numeric", "autocomplete": "off"})
    said = {"min_value": low, "max_value": MOST, "error_messages": words, "widget": widget}
    return forms.IntegerField(**said | kwargs)


def typed(sent: Mapping[str, str] | None) -> list[str]:
    """Return the codes of items that were sent with a number."""
    return [name[2:] for name, n in (sent or {}).items() if name.startswith("n-") and n.strip()]


class Lines(forms.Form):
    """A number for each item: those that are likely first, the others folded."""

    def __init__(self, *args: Any, here: Sequence[Item], others: Sequence[Item], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.here, self.others = here, others
        for item in (*here, *others):
            self.fields[f"n-{item.code}"] = number(0, NOUGHT, required=False, label=item.name)

    def line(self, item: Item) -> dict[str, Any]:
        """Return what the page shows of one item."""
        return {"item": item, "field": self[f"n-{item.code}"]}

    @property
    def likely(self) -> list[dict[str, Any]]:
        return [self.line(item) for item in self.here]

    @property
    def rest(self) -> list[dict[str, Any]]:
        return [self.line(item) for item in self.others]

    @property
    def opens_rest(self) -> bool:
        return any(self[f"n-{item.code}"].value() not in (None, "") for item in self.others)

    @property
    def pieces(self) -> dict[str, int]:
        """What was written, nought too, by the codes of items."""
        written = {item.code: self.cleaned_data.get(f"n-{item.code}") for item in (*self.here, *self.others)}
        return {code: n for code, n in written.items() if n is not None}


class OfService(forms.Form):
    """A form about the stock of one service; `to` is the permission it is asked for."""

    id = forms.UUIDField(widget=NewId)
    to: Permission

    def __init__(self, *args: Any, actor: Actor, service: Service, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.actor, self.service, self.catalogue = actor, service, catalogue

    def locations(self, label: Any) -> forms.ModelChoiceField:
        found = Location.objects.allowed(self.actor, self.to).filter(service=self.service).used().in_order()
        return forms.ModelChoiceField(
            found, label=label, widget=forms.Select(SELECT), empty_label=None, error_messages=WHERE,
        )  # fmt: skip

    def items(self, *more: tuple[str, str]) -> forms.ChoiceField:
        """Return a field for one of the items that the service gives out; `more` are others that it ended."""
        offered = self.catalogue.pairs("material")
        known = dict(offered)
        return forms.ChoiceField(
            choices=[("", "–"), *offered, *(one for one in more if one[0] not in known)],
            label=_("Item"),
            widget=forms.Select(SELECT),
            error_messages={"required": _("Choose an item."), "invalid_choice": ENDED},
        )
