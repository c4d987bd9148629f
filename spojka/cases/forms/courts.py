"""Measures of courts and the checklist of a placement."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.base.terms import months_after
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField, past_day
from spojka.ui.widgets import ChipRadio, NewId

from ..content import Ordered
from ..models import Measure
from .entries import AboutParty, OfServices
from .file import line, words


class MeasureForm(forms.Form):
    """A measure of a court."""

    court = line(_("Court"), most=120)
    file_number = line(_("File number"), most=60)
    starts_on = DayField(label=_("Since the day"))
    ends_by = DayField(required=False, label=_("Until, at the latest"))
    next_on = DayField(required=False, label=_("Next term"), help_text=_("A hearing, a report: it comes to Today."))
    next_what = line(_("What it is"), most=200)
    words = words(_("In a few words"), rows=2, most=1000)

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        kind = CodeField(
            "court_measure",
            catalogue,
            label=_("Measure"),
            widget=ChipRadio(first=8),
            error_messages={"required": _("Choose the measure.")},
        )
        kind.keep(self.initial.get("kind"))
        self.fields = {"kind": kind, **self.fields}
        self.years = {one.code: one.extra.get("years") for one in catalogue.items("court_measure")}

    def clean(self) -> dict[str, Any]:
        """What a law limits ends at the latest then, if nothing sooner is said."""
        typed = super().clean() or {}
        years, start = self.years.get(typed.get("kind", "")), typed.get("starts_on")
        if years and start and not typed.get("ends_by"):
            typed["ends_by"] = months_after(start, 12 * int(years))
        return typed

    @property
    def ordered(self) -> Ordered:
        names = ("kind", "starts_on", "court", "file_number", "ends_by", "next_on", "next_what", "words")
        return Ordered(**{name: self.cleaned_data[name] for name in names})

    @staticmethod
    def of_measure(measure: Measure) -> dict[str, Any]:
        """What stands there now."""
        names = ("kind", "starts_on", "court", "file_number", "ends_by", "next_on", "next_what")
        return {name: getattr(measure, name) for name in names} | {"words": measure.said}


class About(AboutParty):
    """What is new about a party."""

    id = forms.UUIDField(widget=NewId)


class RecordMeasure(MeasureForm, About):
    """A new measure about a party."""


class EndMeasure(forms.Form):
    """The day on which a measure ended: a term of its end still to come is written among its terms."""

    on = DayField(label=_("It ended on"))

    def clean_on(self) -> date | None:
        return past_day(self.cleaned_data["on"], timezone.localdate())


class PlanPlacement(About):
    """A child goes to live elsewhere."""

    where = line(_("Where the child goes"), _("Write where."), most=160)
    on = DayField(label=_("On the day"))


class Tick(OfServices):
    """One thing of the checklist."""

    item = forms.CharField(widget=forms.HiddenInput, max_length=20)
    is_done = forms.ChoiceField(choices=[("yes", _("seen to")), ("no", _("not needed"))], widget=forms.HiddenInput)
    words = forms.CharField(required=False, max_length=300, label=_("How, or why not"))


class EndPlacement(forms.Form):
    on = DayField(label=_("On the day"))
    words = words(_("How it ended"), _("Write how it ended."), rows=2, most=1000)

    def clean_on(self) -> date | None:
        return past_day(self.cleaned_data["on"], timezone.localdate())
