from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.files.fields import KeptFileField
from spojka.ui.widgets import NewId


class Scan(forms.Form):
    """One file."""

    id = forms.UUIDField(widget=NewId)
    file = KeptFileField(_("Choose the file with the paper."), label=_("Scan or picture of the signed paper"))


class Remove(forms.Form):
    """Why a scan is erased."""

    why = forms.CharField(label=_("Why"), max_length=200, error_messages={"required": _("Write why it is erased.")})
