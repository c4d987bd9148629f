from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.widgets import NewId


class Add(forms.Form):
    """A hub: what it is called, and under which name it answers."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ModelChoiceField(Service.objects.none(), label=_("Service"))
    name = forms.CharField(max_length=60, label=_("What you call it"), help_text=_("Such as Laptop at the stand."))
    address = forms.CharField(
        max_length=120,
        label=_("Its name on the network"),
        help_text=_("Under your organisation's own domain, such as stand.our-house.org; the administrator knows."),
        widget=forms.TextInput({"autocapitalize": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = Service.objects.allowed(actor, Permission.HUB_ADD).order_by(by_name(), "pk")
        self.fields["service"].queryset = services  # type: ignore[attr-defined]
        self.fields["service"].initial = services.first()


class Pair(forms.Form):
    """What a phone sends of itself to be paired."""

    phone = forms.UUIDField()
    key = forms.CharField(max_length=120)
