from datetime import datetime
from math import inf
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue, Item
from spojka.codelists.fields import CodeField
from spojka.ui.widgets import ChipRadio, NewId

from ..times import put_right
from .fields import InstantField, WhenField
from .opened import Opened

CODES = {"ground": "refusal_ground", "wanted": "material", "wanted_act": "act", "instead": "instead"}


class Refuse(Opened):
    """Somebody was refused a service."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)
    offered = forms.CharField(
        required=False,
        max_length=200,
        label=_("Where else and when"),
        help_text=_("Tap water, a condom machine, another service."),
    )
    ends_service = forms.BooleanField(required=False, label=_("The service ends for them at this event"))
    agreed_by = forms.CharField(required=False, max_length=200, label=_("Who of the team agreed"))
    description = forms.CharField(
        required=False,
        max_length=300,
        label=_("How the crew knows them"),
        help_text=_("Only this crew sees it. It is erased when the event ends."),
    )
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))

    def __init__(self, *args: Any, catalogue: Catalogue, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now
        needed = _("Choose why it was refused.")
        chips = ChipRadio(attrs={"data-needed": needed})
        self.fields["ground"] = CodeField("refusal_ground", catalogue, label=_("Why"), widget=chips)
        self.fields["ground"].error_messages["required"] = needed
        self.fields["wanted"] = CodeField(
            "material", catalogue, required=False, label=_("Which material they wanted"), widget=ChipRadio(first=6)
        )
        self.fields["wanted_act"] = CodeField(
            "act", catalogue, required=False, label=_("Which help they wanted"), widget=ChipRadio(first=6)
        )
        self.fields["instead"] = CodeField(
            "instead", catalogue, required=False, label=_("What you offered instead"), widget=ChipRadio()
        )
        for name in CODES:
            self.fields[name].choices = [(item.code, item.short) for item in offered(catalogue, name)]

    @property
    def arguments(self) -> dict[str, Any]:
        """What actions.refusals.record wants."""
        said = dict(self.cleaned_data)
        sent_at, at = said.pop("sent_at"), said.pop("at")
        phone_at = said["phone_at"]
        said["occurred_at"] = at or (put_right(phone_at, sent_at, self.now) if phone_at else self.now)
        return said


def offered(catalogue: Catalogue, name: str) -> list[Item]:
    """Return what a field of CODES offers, that for which people come first."""
    return sorted((item for item in catalogue.items(CODES[name]) if item.is_with_people), key=_rank)


def _rank(item: Item) -> float:
    """Return how soon an item is offered: what people ask for stands first, the rest in the service's order."""
    return item.extra.get("wanted", inf)
