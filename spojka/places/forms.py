from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name, czech
from spojka.network.models import Service
from spojka.ui.widgets import ChipRadio, NewId

from . import territory
from .models import Place, PlaceKind

OFFER = {"list": "territory-offer", "autocomplete": "off"}


def orps() -> list[tuple[str, Any]]:
    """Return all ORPs by name, as a form offers them."""
    known = sorted((one for one in territory.units().values() if one.level == "orp"), key=lambda one: czech(one.name))
    by_municipality = [("", _("as the municipality says"))]
    return by_municipality + [
        (one.code, lazystr(f"{one.name} ({territory.name_of('region', one.within)})")) for one in known
    ]


class Change(forms.Form):
    """What a place is called, what it is and where it lies."""

    name = forms.CharField(max_length=120, label=_("Name"))
    kind = forms.ChoiceField(choices=PlaceKind.choices, label=_("Kind"), widget=ChipRadio())
    municipality = forms.CharField(
        required=False,
        max_length=80,
        label=_("Municipality or city district"),
        help_text=_("Begin to write and choose what is offered: the rest is filled in by itself."),
        widget=forms.TextInput(attrs=OFFER),
    )
    orp = forms.ChoiceField(
        required=False,
        choices=orps,
        label=_("Administrative district (ORP)"),
        help_text=_("Only when the municipality is not among those offered."),
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        text = said.get("municipality", "")
        if text and not said.get("orp") and territory.typed(text) is None and self._is_doubtful(text):
            self.add_error(
                "municipality", _("Several municipalities are called so. Choose one of those offered, or the ORP.")
            )
        return said

    def _is_doubtful(self, text: str) -> bool:
        return any(territory.fold(unit.name) == territory.fold(text) for unit in territory.matches(text))


class Add(Change):
    """A new place of one's service."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ModelChoiceField(Service.objects.none(), label=_("Service"), widget=ChipRadio(), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = Service.objects.allowed(actor, Permission.PLACE_ADD).order_by(
            by_name(), "pk"
        )


def stands(place: Place) -> dict[str, str]:
    """Return what the form shows of a place: its district or municipality as it would be chosen."""
    district, town = (
        territory.find("district", place.district_code),
        territory.find("municipality", place.municipality_code),
    )
    unit = district or town
    return {
        "name": place.name,
        "kind": place.kind,
        "municipality": unit.label if unit else place.municipality,
        "orp": "" if unit else place.orp_code,
    }
