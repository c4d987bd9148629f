"""A version is begun and agreed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.widgets import NewId, Segment

from ..models import PlanKind


class Start(forms.Form):
    """A new version; the kind is asked of the first one alone."""

    id = forms.UUIDField(widget=NewId)
    kind = forms.ChoiceField(
        choices=PlanKind.choices[:2],
        initial=PlanKind.PRELIMINARY,
        label=_("Which plan"),
        help_text=_("A preliminary one before all is known, a final one after mapping."),
        widget=Segment,
        required=False,
    )

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or PlanKind.PRELIMINARY


class Agree(forms.Form):
    """It holds; who has not said yes stands beside the button."""
