from django import forms
from django.utils.translation import gettext_lazy as _

from .token import MOST_TEXT


class Check(forms.Form):
    """What a square code says."""

    token = forms.CharField(
        label=_("What the square says"),
        help_text=_("The address that a scanner of square codes reads, or the part after the #."),
        max_length=MOST_TEXT + 200,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "off"}),
    )
