from django import forms
from django.utils.translation import gettext_lazy as _


class Rename(forms.Form):
    """Another working name."""

    name = forms.CharField(
        label=_("Working name"),
        max_length=80,
        help_text=_("What colleagues call you. It stands beside what you write."),
        error_messages={"max_length": _("A working name has at most 80 characters.")},
    )


class Address(forms.Form):
    """Another e-mail to sign in by."""

    email = forms.EmailField(label=_("New e-mail"), widget=forms.EmailInput({"autocomplete": "email"}))

    def clean_email(self) -> str:
        """Addresses are kept in small letters."""
        return str(self.cleaned_data["email"]).lower()
