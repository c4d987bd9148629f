"""What is written about a client: nickname, instruction, agreement, household, relation."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Segment, Select

from ..codes import LONGEST
from ..models import AgreementForm, InstructionKind

TYPED = {"autocomplete": "off", "spellcheck": "false"}
CODE = TYPED | {"autocapitalize": "characters"}


def code_field(**said: Any) -> forms.CharField:
    """Return a field for a client's code."""
    return forms.CharField(**{"max_length": LONGEST, "label": _("Code"), "widget": forms.TextInput(CODE)} | said)


class Nickname(forms.Form):
    """What the client wants to be called."""

    nickname = forms.CharField(
        required=False,
        max_length=40,
        label=_("Nickname"),
        help_text=_("What they want to be called. No real name. Empty: nothing."),
        widget=forms.TextInput(TYPED),
    )


class Code(forms.Form):
    """Another code of the same client."""

    code = code_field(label=_("New code"))


class Instruction(forms.Form):
    """What whoever meets the client next should know, do or tell them."""

    id = forms.UUIDField(widget=NewId)
    kind = forms.ChoiceField(
        required=False,  # a page that was opened before there were messages has none
        choices=InstructionKind,
        initial=InstructionKind.INSTRUCTION,
        label=_("For whom it is"),
        widget=Segment,
    )
    text = forms.CharField(
        max_length=200,
        label=_("What is to be known or told"),
        help_text=_("Everybody in the service sees it, at the counter others stand by. No names, no diagnoses."),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write what is to be known or told.")},
    )
    until = DayField(required=False, label=_("Until the day"), help_text=_("Empty: until somebody ends it."))

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or InstructionKind.INSTRUCTION


class Agree(forms.Form):
    """The client agreed to the base statement."""

    id = forms.UUIDField(widget=NewId)
    form = forms.ChoiceField(
        choices=AgreementForm,
        label=_("How"),
        widget=Segment,
        error_messages={"required": _("Choose how they agreed.")},
    )
    given_on = DayField(label=_("On the day"))
    taken_by = forms.ChoiceField(label=_("Who took it"), widget=Select(attrs={"class": "form-select"}))
    version = forms.ChoiceField(label=_("Wording"), widget=Select(attrs={"class": "form-select"}))

    def __init__(
        self, *args: Any, workers: list[tuple[str, str]], versions: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken_by"].choices = workers
        self.fields["version"].choices = versions


class Withdraw(forms.Form):
    """The client took the agreement back."""

    on = DayField(label=_("On the day"))
    how = forms.CharField(
        max_length=200,
        label=_("How they said it"),
        help_text=_("By word, by letter …"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write how they said it.")},
    )


class Wording(forms.Form):
    """The service's own wording of the base statement."""

    id = forms.UUIDField(widget=NewId)
    version = forms.CharField(max_length=20, label=_("Version"), help_text=_("Stands on the paper, as 2026-1."))
    text = forms.CharField(
        max_length=6000,
        label=_("Wording"),
        help_text=_("Paragraphs with an empty line between them."),
        widget=forms.Textarea({"rows": 14}),
    )
    valid_from = DayField(label=_("From which day"))


class NewHousehold(forms.Form):
    """A household that the client lives in: a new one, or one that is known."""

    id = forms.UUIDField(widget=NewId)
    household = forms.ChoiceField(
        required=False, label=_("Known household"), widget=Select(attrs={"class": "form-select"})
    )
    name = forms.CharField(
        required=False,
        max_length=60,
        label=_("Or a new one: what you call it"),
        help_text=_("No surname. For instance: the flat above the bakery."),
        widget=forms.TextInput(TYPED),
    )
    since = DayField(label=_("Lives there since"))

    def __init__(self, *args: Any, households: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["household"].choices = [("", _("none of them")), *households]
        if not households:
            del self.fields["household"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("household")) == bool(said.get("name")):
            self.add_error("name", _("Choose a known household, or write what you call a new one."))
        return said


class HouseholdName(forms.Form):
    """What a household is called."""

    name = forms.CharField(max_length=60, label=_("What you call the household"), widget=forms.TextInput(TYPED))


class JoinHousehold(forms.Form):
    """Another client lives there."""

    code = code_field()
    since = DayField(label=_("Lives there since"))


class Relate(forms.Form):
    """What somebody is to the client."""

    id = forms.UUIDField(widget=NewId)

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = CodeField("relation", catalogue, label=_("They are"), widget=ChipRadio)
        self.fields["kind"].error_messages["required"] = _("Choose who they are to the client.")
        self.fields["code"] = code_field(
            required=False, label=_("Code, if it is a client too"), help_text=_("Of the same service.")
        )
        self.fields["about"] = forms.CharField(
            required=False,
            max_length=100,
            label=_("Else what one has to know of them"),
            help_text=_("No name, no phone. For instance: knows about us, don't call."),
            widget=forms.TextInput(TYPED),
        )


def today_first(today: date) -> dict[str, date]:
    """Return the day that forms begin with."""
    return {"given_on": today, "since": today, "on": today, "valid_from": today}
