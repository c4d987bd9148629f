from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.clients import codes
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField, CodesField
from spojka.encounters.forms.opened import FromPhone
from spojka.encounters.models import Shift
from spojka.places import territory
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment

from ..models import DayPart, Ended, Heard, Said
from .kits import doses_field

OPIOIDS = 1  # their group in the list of substances


class Record(FromPhone):
    """An overdose that was seen or heard of. Of whom is not asked, and of the hour only about."""

    heard = forms.ChoiceField(
        choices=Heard.choices,
        label=_("How we know"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how we know of it.")},
    )
    ended = forms.ChoiceField(
        choices=Ended.choices,
        label=_("How it ended"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how it ended.")},
    )
    happened_on = DayField(required=False, label=_("Which day, about"), help_text=_("Empty: nobody knows."))
    day_part = forms.ChoiceField(required=False, choices=DayPart.choices, label=_("About when"), widget=ChipRadio())
    municipality = forms.CharField(
        required=False,
        max_length=80,
        label=_("Municipality or city district"),
        help_text=_("Nothing finer: no street, no house."),
        widget=forms.TextInput(attrs={"list": "territory-offer", "autocomplete": "off"}),
    )
    called = forms.CharField(
        required=False,
        max_length=120,
        label=_("What people call what was taken"),
        help_text=_("No names, codes or descriptions of people."),
    )
    naloxone = forms.ChoiceField(
        choices=Said.choices,
        label=_("Was naloxone given?"),
        widget=Segment(),
        error_messages={"required": _("Choose whether naloxone was given.")},
    )
    doses = doses_field(required=False, label=_("Doses, if it was"))
    ambulance = forms.ChoiceField(
        choices=Said.choices,
        label=_("Was the ambulance called?"),
        widget=Segment(),
        error_messages={"required": _("Choose whether the ambulance was called.")},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        kind = CodeField(
            "overdose_place", catalogue, required=False, label=_("Kind of place"), widget=ChipRadio(first=5)
        )
        kind.choices = [(item.code, item.short) for item in catalogue.items("overdose_place")]
        taken = CodesField(
            "substance",
            catalogue,
            required=False,
            label=_("What was taken, as they say"),
            widget=ChipCheckboxes(first=8),
        )
        opioids_first = sorted(catalogue.items("substance"), key=lambda item: item.extra.get("tdi") != OPIOIDS)
        taken.choices = [(item.code, item.short) for item in opioids_first]
        self.fields |= {"place_kind": kind, "substances": taken}

    def said(self, shift: Shift | None, today: date) -> dict[str, Any]:
        """Return the arguments of actions.record; the phone's own time is not among them."""
        told = self.cleaned_data
        names = ("id", "heard", "ended", "happened_on", "day_part", "place_kind", "substances", "called")
        said = {name: told[name] for name in (*names, "naloxone", "ambulance")}
        said["doses"] = told["doses"] if told["naloxone"] == Said.YES else None
        return said | {"place": self._place(shift), "shift": shift, "today": today}

    def _place(self, shift: Shift | None) -> dict[str, str]:
        """Return where it was: what was typed, and the district of the shift if it was at our place."""
        typed = self.cleaned_data["municipality"].strip()
        at = shift.place if shift else None
        if at and typed == at.municipality:
            ours = self.cleaned_data["heard"] == Heard.OURS
            district = at.district_code if ours else ""
            return {"municipality": typed, "municipality_code": at.municipality_code, "district_code": district}
        unit = territory.typed(typed) if typed else None
        if unit is None or unit.level not in ("municipality", "district"):
            return {"municipality": typed}
        found = territory.columns(unit)
        name = territory.name_of("municipality", found["municipality_code"]) or typed
        return {"municipality": name} | {name: found[name] for name in ("municipality_code", "district_code")}


class Tie(forms.Form):
    """Whose overdose it was and why that has to be known."""

    id = forms.UUIDField(widget=NewId)
    code = forms.CharField(
        max_length=codes.LONGEST,
        label=_("Code"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Write the code of a client of your service.")},
    )
    reason = forms.CharField(
        max_length=300,
        label=_("Why it has to be known"),
        help_text=_("For instance: they asked for it, their plan rests on it."),
        error_messages={"required": _("Write why it has to be known whose it was.")},
    )
