from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service, Team
from spojka.ui.fields import CountsField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, Tile

from ..models import Location, LocationKind
from .fields import PIECES, SELECT, WHERE, OfService, number


class Place(OfService):
    """A location: its kind and name, which shifts draw from it, what is usually in it."""

    to = Permission.LOCATION_ADD
    kind = forms.ChoiceField(choices=LocationKind, label=_("Kind of location"), widget=ChipRadio)
    name = forms.CharField(max_length=60, label=_("Name"))

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["settings"] = forms.MultipleChoiceField(
            choices=self.catalogue.pairs("setting"), required=False, label=_("Shifts that take material from here"),
            widget=ChipCheckboxes(),
        )  # fmt: skip
        items = self.catalogue.items("material")
        tiles = [Tile(item.code, item.short, item.icon or "package") for item in items]
        self.fields["kit"] = CountsField(tiles=tiles, label=_("What is usually in it"), first=8, typed=True)
        if is_new:
            teams = Team.objects.allowed(self.actor, self.to).running(self.catalogue.on).filter(service=self.service)
            self.fields["team"] = forms.ModelChoiceField(
                teams.order_by(by_name(), "pk"), required=False, label=_("Whose it is"),
                empty_label=_("the whole service's"), widget=forms.Select(SELECT),
            )  # fmt: skip
            if not teams.exists():
                del self.fields["team"]
        else:
            del self.fields["id"]


class SetLevel(forms.Form):
    """What a service sets of one item."""

    pack = number(
        2, PIECES | {"min_value": _("A pack has two pieces or more.")}, required=False, label=_("Pieces in a pack")
    )
    low = number(1, PIECES, required=False, label=_("It is low at"), help_text=_("Pieces in all locations together."))
    warned = forms.IntegerField(
        min_value=1, max_value=730, initial=60, label=_("Warn so many days before its end"),
        error_messages=dict.fromkeys(("min_value", "max_value", "invalid", "required"), _("Write 1 to 730 days.")),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )  # fmt: skip


class Draw(forms.Form):
    """From which location a shift takes what it hands out."""

    def __init__(self, *args: Any, actor: Actor, service: Service, **kwargs: Any):
        super().__init__(*args, **kwargs)
        found = Location.objects.allowed(actor, Permission.STOCK_DRAW).filter(service=service).used().in_order()
        self.fields["location"] = forms.ModelChoiceField(
            found, label=_("Where the shift takes material from"), widget=ChipRadio, empty_label=None,
            error_messages=WHERE,
        )  # fmt: skip


def stands(location: Location) -> dict[str, Any]:
    """Return what the form shows of a location."""
    return {name: getattr(location, name) for name in ("kind", "name", "settings", "kit")}
