"""Who is invited, what they answer, who was there."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.network.models import Membership
from spojka.ui.widgets import ChipRadio, NewId

from ..content import Guest, Reply
from ..models import Answer, Invited, Presence

SELECT = {"class": "form-select"}


class Invite(forms.Form):
    """A colleague, or anybody else by name."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(required=False, max_length=80, label=_("Somebody else: name"))
    house = forms.CharField(required=False, max_length=120, label=_("Their organisation"))
    email = forms.EmailField(
        required=False, max_length=254, label=_("Their e-mail"),
        help_text=_("They get a letter with a calendar file and a link by which they answer without an account."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Membership], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        field = forms.ChoiceField(
            required=False,
            choices=[("", "")] + [(key, str(one)) for key, one in self.people.items()],
            label=_("Colleague"),
            widget=forms.Select(attrs=SELECT),
        )
        self.fields = {"id": self.fields.pop("id"), "membership": field, **self.fields}

    @property
    def guest(self) -> Guest:
        said = self.cleaned_data
        names = {name: said[name] for name in ("name", "house", "email")}
        return Guest(self.people.get(said["membership"]), **names, id=said["id"])


class AnswerForm(forms.Form):
    """An answer to an invitation."""

    answer = forms.ChoiceField(
        choices=[
            (Answer.YES, pgettext_lazy("to an invitation", "I come")),
            (Answer.MAYBE, pgettext_lazy("to an invitation", "Perhaps")),
            (Answer.NO, pgettext_lazy("to an invitation", "I don't come")),
            (Answer.SUBSTITUTE, pgettext_lazy("to an invitation", "I send somebody else")),
        ],
        label=_("Do you come?"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose your answer.")},
    )
    substitute = forms.CharField(required=False, max_length=80, label=_("Who comes instead of you"))
    note = forms.CharField(required=False, max_length=300, label=_("What you want to say to it"))

    @property
    def reply(self) -> Reply:
        return Reply(**{name: self.cleaned_data[name] for name in ("answer", "substitute", "note")})


class Mark(forms.Form):
    """Somebody was there or not."""

    presence = forms.ChoiceField(required=False, choices=Presence.choices)


class Heads(forms.Form):
    """People without names."""

    heads = forms.IntegerField(required=False, min_value=0, max_value=5000, label=_("How many more were there"))


class Here(forms.Form):
    """Somebody writes themselves down."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(max_length=80, label=_("Your name"), error_messages={"required": _("Write your name.")})
    house = forms.CharField(required=False, max_length=120, label=_("Your organisation"))


class Roles(forms.Form):
    """Who organises, leads and writes."""

    def __init__(self, *args: Any, people: Sequence[Invited], **kwargs: Any):
        super().__init__(*args, **kwargs)
        choices = [("", "—"), *((str(one.pk), one.called) for one in people)]
        labels = {"organises": _("Who organises"), "leads": _("Who leads"), "writes": _("Who writes the minutes")}
        for name, label in labels.items():
            now = next((str(one.pk) for one in people if getattr(one, name)), "")
            widget = forms.Select(attrs=SELECT)
            field = forms.ChoiceField(required=False, choices=choices, label=label, widget=widget, initial=now)
            self.fields[name] = field

    @property
    def roles(self) -> dict[str, UUID | None]:
        return {name: UUID(value) if value else None for name, value in self.cleaned_data.items()}
