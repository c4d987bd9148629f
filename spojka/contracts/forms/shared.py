from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio

from ..content import Handed
from ..models import Delivery

LONGEST = 4000
SELECT = {"class": "form-select"}


def words(rows: int = 3, **said: Any) -> forms.CharField:
    """Return a field for several lines."""
    return forms.CharField(**{"max_length": LONGEST, "widget": forms.Textarea({"rows": rows})} | said)


class Delivered(forms.Form):
    """When and how the client got a paper."""

    delivered_on = DayField(
        label=_("When the client got it"), error_messages={"required": _("Write the day on which they got it.")}
    )
    delivered_how = forms.ChoiceField(
        choices=Delivery,
        label=_("How it was delivered"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how it was delivered.")},
    )

    @property
    def handed(self) -> Handed:
        said = self.cleaned_data
        return Handed(on=said["delivered_on"], how=said["delivered_how"])


class MaybeDelivered(Delivered):
    """The same; empty while the paper is on its way."""

    delivered_on = DayField(
        required=False,
        label=_("When the client got it"),
        help_text=_("Empty: not yet. You can write it later; nothing runs until then."),
    )
    delivered_how = forms.ChoiceField(
        required=False, choices=Delivery, label=_("How it was delivered"), widget=ChipRadio()
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("delivered_on") and not said.get("delivered_how"):
            self.add_error("delivered_how", _("Choose how it was delivered."))
        return said


def mended_field() -> forms.CharField:
    """Return a field for what was wrong with something that was saved."""
    return forms.CharField(
        max_length=300,
        label=_("What was wrong"),
        help_text=_("The earlier one stays to be read, crossed out, with this reason."),
        error_messages={"required": _("Write what was wrong.")},
    )


class TakeBack(forms.Form):
    """What was saved does not hold."""

    mended_why = mended_field()
