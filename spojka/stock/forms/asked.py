from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.fields import DayField


class Period(forms.Form):
    """From when until when."""

    since = DayField(label=_("From"))
    until = DayField(label=_("To"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("since") and said.get("until") and said["since"] > said["until"]:
            self.add_error("until", _("The end is before the start."))
        return said


def month_of(text: str, today: date) -> date:
    """Return the first day of a month that an address names, else of this one."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return month if 2000 <= month.year <= 2100 else today.replace(day=1)
