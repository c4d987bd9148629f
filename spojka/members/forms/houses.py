from typing import Any
from unicodedata import normalize

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

from .. import kinds

LONG = {"max_length": _("The name is too long. Shorten it, please.")}


class Change(forms.Form):
    """The organisation's name, and whether others find it."""

    name = forms.CharField(label=_("Name"), max_length=120, error_messages=LONG)
    hears_warnings = forms.BooleanField(
        label=_("Other organisations may choose us for warnings"),
        required=False,
        help_text=_("Then they find your name, and may send you signals and warnings. They see nothing of yours."),
    )


class AddService(forms.Form):
    """A new service. Fields are named as the arguments of actions.add_service."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(label=_("Name"), max_length=120, error_messages=LONG)
    kind = forms.ChoiceField(
        label=_("Kind of service"), help_text=_("By it the forms offer acts, materials and settings.")
    )
    is_anonymous = forms.BooleanField(
        label=_("People may come without a name"),
        required=False,
        help_text=_("Untick it where law wants people to be known, such as in counselling by contract."),
    )

    def __init__(self, *args: Any, kept: str = "", **kwargs: Any):
        super().__init__(*args, **kwargs)
        offered = kinds.offered()
        offered |= {kept: offered.get(kept, kept)} if kept else {}
        inorder = sorted(offered.items(), key=lambda one: normalize("NFD", one[1].casefold()))
        self.fields["kind"].choices = [("", _("choose")), *inorder]


class ChangeService(AddService):
    """What a service is from now on. Fields are named as the arguments of actions.change_service."""

    id = None
    ends_on = DayField(
        label=_("Last day of the service"),
        required=False,
        help_text=_("After it no shift can be planned and nobody invited. What was written stays to be read."),
    )


class AddTeam(forms.Form):
    """A new team. Fields are named as the arguments of actions.add_team."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(
        label=_("Name of the team"),
        max_length=80,
        help_text=_("Usually the town or the part of it where the team works."),
        error_messages=LONG,
    )


class ChangeTeam(AddTeam):
    """What a team is from now on. Fields are named as the arguments of actions.change_team."""

    id = None
    ends_on = DayField(
        label=_("Last day of the team"), required=False, help_text=_("After it the team is offered no more.")
    )
