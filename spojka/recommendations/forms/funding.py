"""Calls, projects that are to be paid, and what was said outside."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Select

from ..content import Money, Offer, Said
from ..models import FundingProject, FundingState, GrantCall, Recommendation
from ..models.funding import MOST

SELECT = {"class": "form-select"}
OFFER = ("name", "giver", "purpose", "opens_on", "closes_on", "link")
MONEY = ("name", "year", "state", "asked", "granted", "social", "application")


def _number(label: Any, most: int, **said: Any) -> forms.IntegerField:
    widget = forms.NumberInput({"inputmode": "numeric"})
    return forms.IntegerField(min_value=0, max_value=most, label=label, widget=widget, **said)


def _link() -> forms.URLField:
    return forms.URLField(required=False, max_length=500, label=_("Address on the web"), assume_scheme="https")


class CallForm(forms.Form):
    """Who gives money for what, and until when one may ask."""

    name = forms.CharField(max_length=160, label=_("What the call is called"))
    giver = forms.CharField(max_length=160, label=_("Who gives the money"))
    purpose = forms.CharField(required=False, max_length=2000, label=_("What for"), widget=forms.Textarea({"rows": 3}))
    opens_on = DayField(required=False, label=_("Applications from"))
    closes_on = DayField(label=_("Applications until"))
    link = _link()

    @property
    def offer(self) -> Offer:
        return Offer(**{name: self.cleaned_data[name] for name in OFFER})


class AddCall(CallForm):
    """A new call."""

    id = forms.UUIDField(widget=NewId)


class MoneyForm(forms.Form):
    """A project: asked, granted, and for which prevention."""

    name = forms.CharField(max_length=160, label=_("What the project is called"))
    year = forms.IntegerField(min_value=2000, max_value=2100, label=pgettext_lazy("of a project", "Year"))
    state = forms.ChoiceField(choices=FundingState, label=_("How it stands"), widget=ChipRadio())
    application = forms.CharField(required=False, max_length=80, label=_("Number of the application"))
    asked = _number(_("Asked, in CZK"), MOST - 1)
    granted = _number(_("Granted, in CZK"), MOST - 1, required=False)
    social = _number(_("Share of social prevention in %"), 100, help_text=_("The rest is situational prevention."))

    def __init__(self, *args: Any, calls: Sequence[GrantCall], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.calls = {str(one.pk): one for one in calls}
        if calls:
            choices = [("", "—"), *((key, str(one)) for key, one in self.calls.items())]
            self.fields["call"] = forms.ChoiceField(
                required=False, choices=choices, label=_("Of which call"), widget=Select(attrs=SELECT)
            )
        self.order_fields(["id", "name", "call", "application", "year", "state", "asked", "granted", "social"])

    @property
    def money(self) -> Money:
        said = self.cleaned_data
        return Money(**{name: said[name] for name in MONEY}, call=self.calls.get(said.get("call", "")))


class AddMoney(MoneyForm):
    """A new project."""

    id = forms.UUIDField(widget=NewId)


class MediaForm(forms.Form):
    """What was said of the group's work outside."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("When it came out"))
    medium = forms.CharField(max_length=120, label=_("Where it came out"))
    title = forms.CharField(max_length=240, label=_("Its title"))
    link = _link()

    def __init__(self, *args: Any, recommendations: Sequence[Recommendation], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.recommendations = {str(one.pk): one for one in recommendations}
        if recommendations:
            choices = [("", "—"), *((key, str(one)) for key, one in self.recommendations.items())]
            self.fields["recommendation"] = forms.ChoiceField(
                required=False, choices=choices, label=_("About which recommendation"), widget=Select(attrs=SELECT)
            )

    @property
    def said(self) -> Said:
        told = {name: self.cleaned_data[name] for name in ("on", "medium", "title", "link")}
        return Said(**told, recommendation=self.recommendations.get(self.cleaned_data.get("recommendation", "")))


def of_call(call: GrantCall) -> dict[str, Any]:
    return {name: getattr(call, name) for name in OFFER}


def of_project(project: FundingProject) -> dict[str, Any]:
    return {name: getattr(project, name) for name in MONEY} | {"call": str(project.call_id or "")}


def new_project(today: date) -> dict[str, Any]:
    return {"year": today.year, "state": FundingState.PLANNED, "social": 100}
