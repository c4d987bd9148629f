from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.base.errors import Refusal
from spojka.clients import codes
from spojka.network.models import Service
from spojka.ui.widgets import NewId

from . import numbers


class Find(forms.Form):
    """A code that is typed, or the number of a card that is scanned or typed; or somebody without a code."""

    typed = forms.CharField(
        required=False,
        max_length=60,
        label=_("Code or card"),
        widget=forms.TextInput(
            attrs={
                "id": "counter-typed",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "enterkeyhint": "go",
            }
        ),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        typed = said.get("typed", "")
        said["number"] = numbers.read(typed)
        try:
            said["code"] = codes.normalised(typed) if typed else ""
        except Refusal as refusal:
            self.add_error("typed", str(refusal))
        return said


class Issue(forms.Form):
    """A card: the id is made before sending, so that it is issued once."""

    id = forms.UUIDField(widget=NewId)


class Open(forms.Form):
    """Which service opens its counter, when none of its shifts runs."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ModelChoiceField(Service.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, services: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services
