from django import forms
from django.utils.translation import gettext_lazy as _

from .. import pins


class SetPin(forms.Form):
    """A new PIN for shared tablets."""

    pin = forms.CharField(
        max_length=pins.LONGEST,
        label=_("New PIN"),
        help_text=_("4 to 8 digits. Not a year of birth, not 1234."),
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Type your PIN.")},
    )
