from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.network.models import Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Select

from ..content import Sent
from ..models import WaitingEnd
from .book import WithWhom

LISTS = {"sex": _("Sex"), "age_band": _("Age"), "topic": _("What it is mainly about")}
CODES = {"topic": "help_theme"}


class Take(forms.Form):
    """Whom one sends to a free time: never a name."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ModelChoiceField(
        Service.objects.none(), label=_("Who sends"), widget=ChipRadio(), empty_label=None
    )
    reach = forms.CharField(
        max_length=120, label=_("How they reach you"), help_text=_("Your work phone or e-mail, not the client's.")
    )

    def __init__(self, *args: Any, services: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services
        for name, label in LISTS.items():
            code_list = CODES.get(name, name)
            field = CodeField(
                code_list, catalogue, required=False, label=label, widget=Select({"class": "form-select"})
            )
            field.choices = [("", "—"), *catalogue.pairs(code_list)]
            self.fields[name] = field

    @property
    def sent(self) -> Sent:
        said = self.cleaned_data
        return Sent(reach=said["reach"], **{name: said[name] or "" for name in LISTS})


class Wait(WithWhom):
    """Somebody new on the waiting list."""

    id = forms.UUIDField(widget=NewId)
    purpose = forms.CharField(
        max_length=80,
        label=_("What they wait for"),
        widget=forms.TextInput({"list": "purposes", "autocomplete": "off"}),
    )
    since = DayField(label=_("Since which day"))
    precedence = forms.CharField(
        required=False,
        max_length=200,
        label=_("Why before others"),
        help_text=_("In words, only if there is a reason: pregnancy, small children, danger …"),
    )

    field_order = ("id", "purpose", "code", "who", "since", "precedence", "note")

    def __init__(self, *args: Any, actor: Actor, service: Service, **kwargs: Any):
        super().__init__(*args, actor=actor, service=service, **kwargs)
        del self.fields["reminder_to"], self.fields["reminder_where"]

    @property
    def said(self) -> dict[str, Any]:
        """What actions.waiting.add wants."""
        return {name: value for name, value in self.cleaned_data.items() if name != "code"} | {"client": self.client}


class OfferPlace(forms.Form):
    """A place offered to somebody who waits."""

    id = forms.UUIDField(widget=NewId)
    what = forms.CharField(max_length=200, label=_("What is offered"))
    answer_by = DayField(label=_("Answer by"))


class EndWaiting(forms.Form):
    """Why somebody is taken off the list."""

    why = forms.ChoiceField(choices=WaitingEnd.choices, label=_("Why"), widget=ChipRadio())


class NewHome(forms.Form):
    """A place in housing."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(
        max_length=80, label=_("Name of the place"), help_text=_("As you call it among yourselves, such as Flat 3.")
    )


class BeginStay(WithWhom):
    """Who lives in a place."""

    id = forms.UUIDField(widget=NewId)
    since = DayField(label=pgettext_lazy("stay", "From which day"))
    field_order = ("id", "code", "who", "since")

    def __init__(self, *args: Any, actor: Actor, service: Service, **kwargs: Any):
        super().__init__(*args, actor=actor, service=service, **kwargs)
        del self.fields["note"], self.fields["reminder_to"], self.fields["reminder_where"]

    @property
    def said(self) -> dict[str, Any]:
        """What actions.homes.begin wants."""
        return {name: value for name, value in self.cleaned_data.items() if name != "code"} | {"client": self.client}


class EndStay(forms.Form):
    """The last day of a stay."""

    until = DayField(label=_("Last day"))
