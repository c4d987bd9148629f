"""A form field that takes a file: what is kept of it is made at once, so that what is wrong stands at its field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .cleaning import MOST_BYTES, Clean, NotTaken, clean


class KeptFileField(forms.FileField):
    """One PDF or picture. `cleaned_data` has a Clean; None where it may be left out and was."""

    def __init__(self, missing: Any, **kwargs: Any):
        wrong = {"required": missing, "empty": _("The file is empty."), "invalid": missing}
        room = forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png", "class": "file-room"})
        hint = _("PDF, JPEG or PNG, 15 MB at most. Pictures are made smaller.")
        super().__init__(**{"help_text": hint, "widget": room, "error_messages": wrong} | kwargs)

    def clean(self, data: Any, initial: Any = None) -> Clean | None:
        """Return what is kept of what was brought."""
        brought = super().clean(data, initial)
        if not brought:
            return None
        try:
            return clean(brought.read(MOST_BYTES + 1))
        except NotTaken as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
