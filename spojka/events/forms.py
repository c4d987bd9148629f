from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service, Team
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId


class Change(forms.Form):
    """What may be changed of an event."""

    name = forms.CharField(max_length=120, label=_("Name"))
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(required=False, label=_("Last day"), help_text=_("Empty means the same day."))
    expected = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=1_000_000,
        label=_("Expected visitors"),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], _("Write 1 to 1,000,000 visitors.")),
    )
    note = forms.CharField(
        required=False, max_length=2000, label=_("Agreed conditions"), widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        start = said.get("starts_on")
        if start and "ends_on" not in self.errors:
            said["ends_on"] = said.get("ends_on") or start
            if said["ends_on"] < start:
                self.add_error("ends_on", _("The event can't end before it starts."))
            elif (said["ends_on"] - start).days > 31:
                self.add_error("ends_on", _("An event lasts 31 days at most. Check the year."))
        return said


class Add(Change):
    """A new event with its venue and organiser."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ModelChoiceField(Service.objects.none(), label=_("Service"), widget=ChipRadio(), empty_label=None)
    team = forms.ModelChoiceField(Team.objects.none(), required=False, label=_("Team"), widget=ChipRadio())
    venue = forms.CharField(max_length=120, label=_("Venue"))
    municipality = forms.CharField(required=False, max_length=80, label=_("Municipality"))
    organiser = forms.CharField(required=False, max_length=120, label=_("Organiser"))
    contact = forms.CharField(
        required=False,
        max_length=200,
        label=_("Contact to the organiser"),
        help_text=_("Who answers during the night."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        services = Service.objects.allowed(actor, Permission.EVENT_ADD).running(today)
        self.fields["service"].queryset = services.order_by(by_name(), "pk")
        teams = Team.objects.allowed(actor, Permission.EVENT_ADD).running(today).select_related("service")
        self.fields["team"].queryset = teams.order_by(by_name("service__name"), by_name(), "pk")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("team") and said.get("service") and said["team"].service_id != said["service"].pk:
            self.add_error("team", _("This team works in another service."))
        return said
