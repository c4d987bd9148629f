"""Whom one asks about a client, by what, and the facts unless the name is kept."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.identities.forms import OFF, BornField
from spojka.identities.sealing import Person
from spojka.network.models import Service
from spojka.ui.widgets import ChipRadio, NewId, Select

from .actions import Asking
from .models import SoundingBasis

FACTS = ("surname", "first", "born")


def _text(label: Any, most: int, wrong: Any, hint: Any = "") -> forms.CharField:
    said = {"max_length": most, "label": label, "help_text": hint, "error_messages": {"required": wrong}}
    return forms.CharField(**said, widget=forms.TextInput(OFF))


class Ask(forms.Form):
    """Ask a service. Facts are typed unless the name is kept; nothing of them is kept as a draft."""

    id = forms.UUIDField(widget=NewId)
    asked = forms.ChoiceField(
        label=_("Which service"),
        widget=Select(attrs={"class": "form-select"}),
        error_messages={"required": _("Choose the service.")},
    )
    surname = _text(_("Surname"), 80, _("Write the surname."))
    first = _text(pgettext_lazy("of a person", "First name"), 80, _("Write the first name."))
    born = BornField(label=_("Day of birth"), error_messages={"required": _("Write the day of birth.")})
    basis = forms.ChoiceField(
        choices=SoundingBasis,
        label=_("Why you may ask"),
        help_text=_("And that they may learn of us, if they ask the same. Only with that."),
        widget=ChipRadio(),
        error_messages={"required": _("Choose why you may ask.")},
    )
    basis_words = _text(
        _("Who heard it, where the paper lies, or which law"),
        200,
        _("Write who heard it, where it lies, or which law."),
    )
    why = forms.CharField(
        max_length=1000,
        label=_("What it is good for"),
        help_text=_("The purpose, as you told it to the client. It lies sealed; they don't read it."),
        widget=forms.Textarea(OFF | {"rows": 2}),
        error_messages={"required": _("Write what it is good for.")},
    )

    def __init__(self, data: Any = None, *, services: Sequence[Service], kept: Person | None, **kwargs: Any):
        super().__init__(data, **kwargs)
        self.kept = kept
        self.known = {str(one.pk): one for one in services}
        named = [(key, f"{one.organisation} · {one}") for key, one in self.known.items()]
        self.fields["asked"].choices = [("", _("choose")), *named]
        for name in FACTS if kept else ():
            del self.fields[name]

    @property
    def asking(self) -> Asking:
        """What actions.ask wants."""
        typed = self.cleaned_data
        person = self.kept or Person(**{name: typed[name] for name in FACTS})
        said = {name: typed[name] for name in ("basis", "basis_words", "why")}
        return Asking(asked=self.known[typed["asked"]], person=person, **said)


class Sure(forms.Form):
    """A button alone."""
