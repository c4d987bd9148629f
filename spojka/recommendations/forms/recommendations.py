"""A recommendation, its steps, and what of it everybody may read."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from spojka.base.errors import Refusal
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.files.fields import KeptFileField
from spojka.groups.models import Group
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Select

from .. import course, zones
from ..content import About, Happened, Public
from ..models import Recommendation, Step, StepState

WORDS = ("sort", "title", "what", "why", "legal_basis", "draft", "body_kind", "body_name")
SELECT = {"class": "form-select"}


def _words(most: int, rows: int, **said: Any) -> forms.CharField:
    return forms.CharField(max_length=most, widget=forms.Textarea({"rows": rows}), **said)


class Word(forms.Form):
    """What is asked of whom."""

    title = forms.CharField(
        max_length=160,
        label=_("In one sentence"),
        error_messages={"required": _("Write what it is, in one sentence.")},
    )
    what = _words(4000, 4, label=_("What exactly"), error_messages={"required": _("Write what is asked.")})
    why = _words(4000, 3, required=False, label=_("Why it is asked"))
    legal_basis = _words(2000, 2, required=False, label=_("On what legal ground"))
    draft = _words(
        20000, 6, required=False, label=_("Draft text"), help_text=_("Of the rule, of the report, of the resolution.")
    )
    body_name = forms.CharField(
        required=False, max_length=160, label=_("How it is called"), help_text=_("For example Rada města Lipovec.")
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        said = {"label": _("What sort it is"), "widget": ChipRadio()}
        self.fields["sort"] = CodeField("recommendation_sort", catalogue, **said)
        said = {"label": _("Of whom it is asked"), "widget": ChipRadio()}
        self.fields["body_kind"] = CodeField("body_kind", catalogue, **said)
        for name in ("sort", "body_kind"):
            self.fields[name].keep(self.initial.get(name))
        self.order_fields(["sort", "title", "what", "why", "body_kind", "body_name", "legal_basis", "draft"])

    def about(self, zones: Sequence[dict[str, Any]] = ()) -> About:
        """Return what was typed, with zones that were drawn before."""
        return About(**{name: self.cleaned_data[name] for name in WORDS}, zones=list(zones))


class Propose(Word):
    """A new recommendation."""

    id = forms.UUIDField(widget=NewId)
    proposed_on = DayField(label=_("When it was proposed"))

    def __init__(self, *args: Any, groups: Sequence[Group] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.groups = {str(one.pk): one for one in groups}
        if len(groups) > 1:
            choices = [(key, str(one)) for key, one in self.groups.items()]
            self.fields["group"] = forms.ChoiceField(
                choices=choices, label=_("Which group brings it on"), widget=Select(attrs=SELECT)
            )

    @property
    def chosen(self) -> Group:
        return self.groups[self.cleaned_data.get("group") or next(iter(self.groups))]


def worded(one: Recommendation) -> dict[str, Any]:
    """Return what a form of a recommendation begins with."""
    return {name: getattr(one, name) for name in WORDS}


class Draw(forms.Form):
    """Where it holds, as GeoJSON: the map writes it, or a person does."""

    zones = forms.CharField(
        required=False, max_length=zones.MOST_BYTES, label=_("Coordinates (GeoJSON)"),
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        help_text=_("Longitude before latitude, in degrees. The last corner is the first one again."),
    )  # fmt: skip

    def clean_zones(self) -> list[dict[str, Any]]:
        try:
            return zones.read(self.cleaned_data["zones"])
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal


class StepForm(forms.Form):
    """What happened to it."""

    id = forms.UUIDField(widget=NewId)
    after = forms.UUIDField(widget=forms.HiddenInput)
    on = DayField(label=_("On which day"))
    body_name = forms.CharField(required=False, max_length=160, label=_("How it is called"))
    document = forms.CharField(
        required=False, max_length=300, label=_("Document"),
        help_text=_("Its number, or its address on the web: Usnesení 123/2026."),
    )  # fmt: skip
    file = KeptFileField(_("Choose the file."), required=False, label=_("File of the document"))
    reason = _words(
        4000, 3, required=False, label=_("Why, or what came of it"),
        help_text=_("Needed where it was changed, rejected, withdrawn, looked at again or evaluated."),
    )  # fmt: skip
    due_on = DayField(
        required=False, label=_("Until when"),
        help_text=_("An answer is due, or you look at it again. From that day it waits on Today."),
    )  # fmt: skip

    def __init__(self, *args: Any, newest: Step, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        labels = dict(StepState.choices)
        self.fields["state"] = forms.ChoiceField(
            choices=[(one.value, labels[one]) for one in course.NEXT[newest.state]], label=_("What happened"),
            widget=ChipRadio(), error_messages={"required": _("Choose what happened.")},
        )  # fmt: skip
        choices = [("", _("the group itself")), *catalogue.pairs("body_kind")]
        self.fields["body_kind"] = forms.ChoiceField(
            required=False, choices=choices, label=_("Before which body"), widget=Select(attrs=SELECT)
        )
        self.order_fields(
            ["id", "after", "state", "on", "body_kind", "body_name", "document", "file", "reason", "due_on"]
        )

    @property
    def said(self) -> Happened:
        names = ("state", "on", "after", "body_kind", "body_name", "document", "reason", "due_on")
        return Happened(**{name: self.cleaned_data[name] for name in names})


def stepped(one: Recommendation, days: int | None, today: date) -> dict[str, Any]:
    """Return what a form of a step begins with: the body it is asked of, and a term before which one hardly hears."""
    newest, follow = one.newest, course.NEXT.get(one.state, ())
    first: dict[str, Any] = {"on": today, "after": newest.pk if newest else None}
    first |= {"state": follow[0] if follow else "", "body_kind": one.body_kind, "body_name": one.body_name}
    if follow and follow[0] == StepState.HANDED and days:
        first["due_on"] = today + timedelta(days=days)
    return first


class Unstep(forms.Form):
    """A step was a mistake."""

    why = forms.CharField(
        max_length=300, label=_("Why it is taken back"), error_messages={"required": _("Write why.")}
    )


class Publish(forms.Form):
    """What everybody shall read; a person says that they looked."""

    id = forms.UUIDField(widget=NewId)
    title = forms.CharField(max_length=160, label=_("In one sentence"))
    asked = _words(4000, 5, label=_("What we asked"))
    outcome = _words(4000, 4, required=False, label=_("What came of it"))
    looked = forms.BooleanField(
        label=_("I looked: no name, no house number, nothing on single people"),
        error_messages={"required": _("Look through it first, then tick this.")},
    )

    @property
    def public(self) -> Public:
        return Public(**{name: self.cleaned_data[name] for name in ("title", "asked", "outcome")})
