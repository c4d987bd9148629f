from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.clients.models import AgreementForm
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId

from .models import MarkKind
from .sealing import Person, normalised

OFF = {"autocomplete": "off", "spellcheck": "false"}
EARLIEST = date(1900, 1, 1)
WITHOUT = "without"


def _may_be_true(born: date) -> None:
    if not EARLIEST <= born <= timezone.localdate():
        raise forms.ValidationError(_("Write a day of birth that may be true."))


class BornField(DayField):
    """A day of birth."""

    default_validators = [_may_be_true]


def _text(label: Any, most: int, **said: Any) -> forms.CharField:
    attrs = OFF | said.pop("attrs", {})
    return forms.CharField(max_length=most, label=label, widget=forms.TextInput(attrs=attrs), **said)


class Parts(forms.Form):
    """A surname, a first name, a day of birth and a phone. Nothing of it is kept as a draft."""

    surname = _text(_("Surname"), 80, required=False)
    first = _text(pgettext_lazy("of a person", "First name"), 80, required=False)
    born = BornField(required=False, label=_("Day of birth"))
    phone = _text(_("Phone"), 30, required=False, attrs={"type": "tel", "inputmode": "tel"})

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not 6 <= len(normalised(MarkKind.PHONE, phone)) <= 15:
            raise forms.ValidationError(_("Write a phone number, for instance 777 123 456."))
        return phone


class NameClient(Parts):
    """Who a client is; and unless they agreed already, how they agree now or why the name is kept without it."""

    id = forms.UUIDField(widget=NewId)
    agreement = forms.UUIDField(widget=NewId)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    basis = forms.ChoiceField(
        choices=[*AgreementForm.choices, (WITHOUT, _("kept without it"))],
        label=_("Agreement on personal data"),
        widget=ChipRadio(),
        error_messages={"required": _("Say how the person agreed, or why the name is kept without it.")},
    )
    without_why = _text(
        _("Why without it"), 200, required=False, help_text=_("Only if they did not agree. No name, please.")
    )

    def __init__(self, *args: Any, has_agreed: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["without_why"].needed = True
        if has_agreed:
            for name in ("agreement", "basis", "without_why"):
                del self.fields[name]
        self.fields["surname"].required = True
        self.fields["surname"].error_messages["required"] = _("Write the surname; the rest may wait.")

    def clean_surname(self) -> str:
        surname: str = self.cleaned_data["surname"]
        if len(normalised(MarkKind.SURNAME, surname)) < 2:
            raise forms.ValidationError(_("Write the surname by letters."))
        return surname

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("basis") == WITHOUT and not said.get("without_why") and "without_why" not in self.errors:
            self.add_error("without_why", _("Write in a few words why the name is kept without their agreement."))
        return said

    @property
    def rest(self) -> dict[str, Any]:
        """What the name rests on, for actions.name; nothing if they agreed already."""
        said = self.cleaned_data
        if said.get("basis") == WITHOUT:
            return {"without_why": said["without_why"]}
        return {"agreed": {"id": said["agreement"], "form": said["basis"]}} if said.get("basis") else {}

    @property
    def person(self) -> Person:
        said = self.cleaned_data
        return Person(**{name: said[name] for name in ("surname", "first", "born", "phone")})


class FindNamed(Parts):
    """Whom one looks for by name: each part that is written has to fit."""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        short = len(normalised(MarkKind.SURNAME, said.get("surname") or ""))
        if said.get("surname") and short < 2:  # there are surnames of two letters, and they are found whole
            self.add_error("surname", _("Write the surname, or its first three letters."))
        elif not self.errors and not any(said.get(name) for name in ("surname", "born", "phone")):
            self.add_error("surname", _("Write a surname, a day of birth or a phone."))
        return said


class Erase(forms.Form):
    """Why a name is erased."""

    why = forms.CharField(
        max_length=200,
        label=_("Why the name is erased"),
        help_text=_("No name, please. It stays as the trace."),
        error_messages={"required": _("Write in a few words why the name is erased.")},
    )
