from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.files.cleaning import MOST_BYTES, Clean, NotTaken, clean
from spojka.ui.widgets import NewId


class Scan(forms.Form):
    """One file. What is kept of it is made here, so that what is wrong stands at its field."""

    id = forms.UUIDField(widget=NewId)
    file = forms.FileField(
        label=_("Scan or picture of the signed paper"),
        help_text=_("PDF, JPEG or PNG, 15 MB at most. Pictures are made smaller."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png", "class": "file-room"}),
        error_messages={
            "required": _("Choose the file with the paper."),
            "empty": _("The file is empty."),
            "invalid": _("Choose the file with the paper."),
        },
    )

    def clean_file(self) -> Clean:
        brought: Any = self.cleaned_data["file"]
        try:
            return clean(brought.read(MOST_BYTES + 1))
        except NotTaken as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class Remove(forms.Form):
    """Why a scan is erased."""

    why = forms.CharField(label=_("Why"), max_length=200, error_messages={"required": _("Write why it is erased.")})
