from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.encounters.forms.fields import InstantField
from spojka.encounters.forms.opened import Opened
from spojka.encounters.models import Shift
from spojka.encounters.times import put_right
from spojka.network import doors as network
from spojka.network.models import Organisation, Service
from spojka.places import territory
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from .models import Audience, Scale, Signal, SignalKind, SignalSource, Sure

OFFER = {"list": "territory-offer", "autocomplete": "off"}


class Notice(Opened):
    """What was noticed: a thing or a change, never a person."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)
    kind = forms.ChoiceField(
        choices=SignalKind.choices,
        label=_("What changed"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what changed.")},
    )
    what = forms.CharField(
        required=False,
        max_length=120,
        label=_("What people call it"),
        help_text=_("Of things and of the scene, never of a person: no names, codes or descriptions of people."),
    )
    look = forms.CharField(
        required=False, max_length=200, label=_("What it looks like"), help_text=_("Colour, shape, mark, packing.")
    )
    sure = forms.ChoiceField(choices=Sure.choices, initial=Sure.MIDDLE, label=_("How sure"), widget=ChipRadio())
    source = forms.ChoiceField(
        choices=SignalSource.choices, initial=SignalSource.VISITOR, label=_("How we know"), widget=ChipRadio()
    )
    many = forms.IntegerField(
        min_value=1,
        max_value=500,
        initial=1,
        label=_("How many times"),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    seen_on = DayField(required=False, label=_("Which day"), help_text=_("Empty means today."))
    is_for_house = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Other services of our house may see it"),
        help_text=_("Only then can the same thing seen by several services be told as one."),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["substance"] = CodeField(
            "substance", catalogue, required=False, label=_("Substance"), widget=ChipRadio(first=8)
        )
        self.fields["substance"].choices = [(item.code, item.short) for item in catalogue.items("substance")]

    @property
    def arguments(self) -> dict[str, Any]:
        """What actions.record wants; where it was stands in the forms below."""
        said = dict(self.cleaned_data)
        sent_at, typed, phone_at = said.pop("sent_at"), said.pop("seen_on"), said["phone_at"]
        happened = put_right(phone_at, sent_at, self.now) if phone_at else self.now
        today = timezone.localdate(self.now)
        seen_on = typed or min(timezone.localdate(happened), today)
        return said | {"seen_on": seen_on, "at": self.now, "today": today}


class AtShift(Notice):
    """A signal of a shift: it was seen where the shift is."""

    def said_of(self, shift: Shift) -> dict[str, Any]:
        """Return the arguments with the place of the shift."""
        place = shift.place
        codes = {"municipality": place.municipality, "municipality_code": place.municipality_code}
        return self.arguments | codes | {"where": place.name, "shift": shift, "service": shift.service}


class Alone(Notice):
    """A signal that comes from no shift."""

    where = forms.CharField(
        required=False, max_length=120, label=_("Where exactly"), help_text=_("Stays in our house.")
    )
    municipality = forms.CharField(
        required=False, max_length=80, label=_("Municipality"), widget=forms.TextInput(attrs=OFFER)
    )

    def clean_municipality(self) -> str:
        """Take a municipality as it is offered, or in one's own words."""
        unit = _unit(self.cleaned_data["municipality"])
        self.code = unit.code if unit and unit.level == "municipality" else ""
        return unit.name if unit else str(self.cleaned_data["municipality"])

    def said_of(self, service: Service) -> dict[str, Any]:
        """Return the arguments with what was written of the place."""
        return self.arguments | {"municipality_code": self.code, "shift": None, "service": service}


class Draw(forms.Form):
    """A warning made of signals."""

    id = forms.UUIDField(widget=NewId)
    signals = forms.ModelMultipleChoiceField(
        Signal.objects.none(),
        required=False,
        label=_("Signals it stands on"),
        widget=ChipCheckboxes(first=8),
    )
    what = forms.CharField(
        max_length=120,
        label=_("What to warn of"),
        help_text=_("In a few words, as the headline."),
        error_messages={"required": _("Write what you warn of.")},
    )
    look = forms.CharField(required=False, max_length=200, label=_("What it looks like"))
    text = forms.CharField(
        max_length=1200,
        label=_("What people should know and do"),
        help_text=_("No person, no house, no street: nothing finer than a municipality."),
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write what people should know and do.")},
    )
    area = forms.CharField(
        required=False,
        max_length=80,
        label=_("Municipality, ORP or region"),
        help_text=_("Empty means anywhere."),
        widget=forms.TextInput(attrs=OFFER),
    )
    audience = forms.ChoiceField(
        choices=Audience.choices,
        label=_("Who may hear of it"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose who may hear of it.")},
    )
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        required=False,
        label=_("Which organisations"),
        help_text=_("Those that agreed to be found for warnings. They see the warning, nothing of what it stands on."),
        widget=ChipCheckboxes(first=8),
    )
    valid_from = DayField(label=_("First day"))
    valid_to = DayField(label=_("Last day"))

    def __init__(self, *args: Any, actor: Actor, since: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        found = Signal.objects.allowed(actor, Permission.SIGNAL_VIEW).filter(voided_at=None, seen_on__gte=since)
        self.fields["signals"].queryset = found.order_by("-seen_on", "-recorded_at", "pk")
        self.fields["partners"].queryset = network.partners(actor.organisation)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        unit = _unit(said.get("area") or "")
        if said.get("area") and (unit is None or unit.level == "district"):
            self.add_error("area", _("Choose one of those offered: a municipality, an ORP or a region."))
        return said | {"area": unit.name if unit else "", "area_code": unit.code if unit else ""}


class Withdraw(forms.Form):
    """Why a warning is taken back."""

    reason = forms.CharField(
        max_length=300,
        label=_("Why the warning is withdrawn"),
        error_messages={"required": _("Write why it is withdrawn.")},
    )


class Share(forms.Form):
    """Which organisations hear of signals."""

    signals = forms.ModelMultipleChoiceField(
        Signal.objects.none(),
        label=_("Signals"),
        widget=ChipCheckboxes(first=8),
        error_messages={"required": _("Tap at least one signal.")},
    )
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        required=False,
        label=_("Which organisations"),
        help_text=_("Untick one and it does not see the signals any more."),
        widget=ChipCheckboxes(first=8),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        found = Signal.objects.allowed(actor, Permission.SIGNAL_SHARE).filter(voided_at=None)
        self.fields["signals"].queryset = found.order_by("-seen_on", "-recorded_at", "pk")
        self.fields["partners"].queryset = network.partners(actor.organisation)


class Reply(forms.Form):
    """What somebody who was warned knows."""

    id = forms.UUIDField(widget=NewId)
    text = forms.CharField(
        max_length=600,
        label=_("What do you know about it?"),
        help_text=_("No names, codes or descriptions of people. Only those who look after the warning read it."),
        widget=forms.Textarea({"rows": 3}),
    )


class Note(forms.Form):
    """How much of something slow there is."""

    id = forms.UUIDField(widget=NewId)
    scale = forms.TypedChoiceField(
        choices=Scale.choices,
        coerce=int,
        label=_("How much of it is there"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how much of it there is.")},
    )
    text = forms.CharField(
        required=False,
        max_length=300,
        label=_("In a few words"),
        help_text=_("Of the scene, never of a person: no names, codes or descriptions of people."),
        widget=forms.Textarea({"rows": 2}),
    )
    day = DayField(label=_("Which day"))
    is_for_house = forms.BooleanField(required=False, initial=True, label=_("Other services of our house may see it"))

    field_order = ("id", "trend", "scale", "text", "day", "is_for_house")

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        trend = CodeField("trend", catalogue, label=_("What is watched"), widget=ChipRadio())
        trend.error_messages["required"] = _("Choose what you watch.")
        self.fields["trend"] = trend
        self.fields["trend"].choices = [(item.code, item.name) for item in catalogue.items("trend")]
        self.order_fields(self.field_order)


class Answer(forms.Form):
    """What came back after a warning."""

    came_back = forms.CharField(
        required=False, max_length=1200, label=_("What came back"), widget=forms.Textarea({"rows": 4})
    )


def _unit(text: str) -> territory.Unit | None:
    return territory.typed(text) if text.strip() else None
