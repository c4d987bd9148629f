from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.roles import MEMBER_ROLES, ROLE_NAMES
from spojka.base.sorting import by_name
from spojka.network.models import Service, User
from spojka.ui.fields import DayField

WORKING, INVITED, ENDED, EVERYBODY = "", "invited", "ended", "all"


class PeopleFilter(forms.Form):
    """Which colleagues are listed. It lives in the address."""

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            (WORKING, _("work here")),
            (INVITED, _("invited")),
            (ENDED, _("have left")),
            (EVERYBODY, _("everybody")),
        ],
    )
    service = forms.ModelChoiceField(Service.objects.none(), required=False, label=_("Service"), empty_label=_("all"))
    role = forms.ChoiceField(label=_("Role"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = Service.objects.allowed(actor, Permission.MEMBER_VIEW)
        self.fields["service"].queryset = services.order_by(by_name(), "pk")
        self.fields["role"].choices = [("", _("all")), *((code, ROLE_NAMES[code]) for code in MEMBER_ROLES)]
        if not actor.may(Permission.MEMBER_INVITE):
            self.fields["state"].choices = [one for one in self.fields["state"].choices if one[0] != INVITED]


class End(forms.Form):
    """When somebody works for the last time."""

    last_day = DayField(
        label=_("Last day"), help_text=_("If you choose today or an earlier day, they can't get in from this moment.")
    )


class Accept(forms.Form):
    """A new account of somebody who was invited."""

    name = forms.CharField(
        label=_("Working name"),
        max_length=80,
        help_text=_("What colleagues call you. It stands beside what you write."),
        error_messages={"max_length": _("A working name has at most 80 characters.")},
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. Three or four words that belong together only for you are good."),
    )
    again = forms.CharField(
        label=_("Password once more"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Ask of the password what is asked of every new one."""
        said = super().clean() or self.cleaned_data
        password, again = said.get("password"), said.get("again")
        if password and again and password != again:
            self.add_error("again", _("The two passwords differ."))
        elif password:
            try:
                validate_password(password, User(email=self.email, name=said.get("name", "")))
            except ValidationError as fault:
                self.add_error("password", fault)
        return said
