from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui.widgets import NewId

from ..models import Location
from ..models.moves import MOST

SELECT = {"class": "form-select"}
PIECES = dict.fromkeys(("min_value", "max_value", "invalid"), _("Write 1 to 1,000,000 pieces."))
NOUGHT = dict.fromkeys(("min_value", "max_value", "invalid"), _("Write a whole number, nought too."))


def number(low: int, words: Mapping[str, Any], **kwargs: Any) -> forms.IntegerField:
    """Return a field for so many pieces."""
    widget = forms.NumberInput({"inputmode": "numeric", "autocomplete": "off"})
    said = {"min_value": low, "max_value": MOST, "error_messages": words, "widget": widget}
    return forms.IntegerField(**said | kwargs)


class OfService(forms.Form):
    """A form about the stock of one service; `to` is the permission it is asked for."""

    id = forms.UUIDField(widget=NewId)
    to: Permission

    def __init__(self, *args: Any, actor: Actor, service: Service, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.actor, self.service, self.catalogue = actor, service, catalogue

    def locations(self, label: Any) -> forms.ModelChoiceField:
        found = Location.objects.allowed(self.actor, self.to).filter(service=self.service).used().in_order()
        return forms.ModelChoiceField(found, label=label, widget=forms.Select(SELECT), empty_label=None)

    def items(self) -> forms.ChoiceField:
        return forms.ChoiceField(
            choices=[("", "–"), *self.catalogue.pairs("material")],
            label=_("Item"),
            widget=forms.Select(SELECT),
            error_messages={"required": _("Choose an item.")},
        )
