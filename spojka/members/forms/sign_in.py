from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _


class SignIn(allauth.LoginForm):
    """E-mail and password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["login"].widget.attrs |= {"autofocus": True, "autocomplete": "username", "placeholder": ""}
        self.fields["password"].widget.attrs |= {"placeholder": ""}
        self.fields["password"].help_text = ""
