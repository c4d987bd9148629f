from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId


class Eligibility(forms.Form):
    """For whom a service is, from a day on."""

    id = forms.UUIDField(widget=NewId)
    valid_from = DayField(label=_("From the day"))
    least_age = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=99,
        label=_("Least age"),
        help_text=_("Empty: any age."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], _("Write 1 to 99 years.")),
    )
    territory = forms.CharField(
        required=False,
        max_length=200,
        label=_("Territory"),
        help_text=_("In words, for workers to know. Nobody is asked for an address."),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields |= {
            "user_kinds": _codes("user_kind", catalogue, _("For whom (none ticked: for everybody)")),
            "outside": _codes("act", catalogue, _("What everybody gets all the same")),
        }


def _codes(list: str, catalogue: Catalogue, label: str) -> CodesField:
    field = CodesField(list, catalogue, required=False, label=label, widget=ChipCheckboxes())
    field.choices = [(item.code, item.name) for item in catalogue.items(list) if item.is_with_people]
    return field
