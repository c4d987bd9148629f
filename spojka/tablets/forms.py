from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.members import pins

DIGITS = {"inputmode": "numeric", "autocomplete": "off", "pattern": "[0-9]*", "maxlength": pins.LONGEST}


class Take(forms.Form):
    """The PIN by which a worker takes the tablet over."""

    pin = forms.CharField(
        max_length=pins.LONGEST,
        label=_("PIN"),
        widget=forms.PasswordInput(attrs=DIGITS),
        error_messages={"required": _("Type your PIN.")},
    )


class FirstPin(Take):
    """Choosing a PIN at the tablet itself, once the password has said who it is."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Type your password.")},
    )
    field_order = ["password", "pin"]
