from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.widgets import Segment

from ..models import EndedWhy


class Withdraw(forms.Form):
    """A consent is taken back."""

    how = forms.CharField(
        max_length=200,
        label=_("How they said it"),
        help_text=_("By word, by letter …"),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Write in a few words how they said it.")},
    )


class EndOne(Withdraw):
    """Sharing with one recipient ends."""

    why = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (EndedWhy.WITHDRAWN, EndedWhy.CARE_ENDED)],
        initial=EndedWhy.WITHDRAWN,
        label=_("Why it ends"),
        widget=Segment,
    )
    field_order = ("why", "how")
