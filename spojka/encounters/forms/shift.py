from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.events.models import Event
from spojka.network.models import Membership, Project, Service, Team
from spojka.places.models import Place
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..times import put_right
from .fields import InstantField, NoteField, WhenField

OUTSIDE = "outside"


class Plan(forms.Form):
    """A shift that starts now or later, at an event or at a place of the service."""

    id = forms.UUIDField(widget=NewId)
    event = forms.ModelChoiceField(
        Event.objects.none(), required=False, label=_("Event"), empty_label=_("no event"), widget=ChipRadio(first=6)
    )
    place = forms.ModelChoiceField(
        Place.objects.none(),
        required=False,
        label=_("Place"),
        empty_label=_("the venue of the event"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    new_place = forms.CharField(
        required=False, max_length=120, label=_("or a new place"), help_text=_("A street, a square, a room.")
    )
    planned_start = WhenField(label=_("Starts"))
    planned_end = WhenField(label=_("Ends"))
    team = forms.ModelChoiceField(Team.objects.none(), required=False, label=_("Team"), widget=ChipRadio())
    crew = forms.ModelMultipleChoiceField(
        Membership.objects.none(), required=False, label=_("Crew"), widget=ChipCheckboxes(first=6)
    )
    note = NoteField(label=_("What the crew should know"))

    def __init__(self, *args: Any, actor: Actor, service: Service, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        near = Q(ends_on__gte=today - timedelta(days=2), starts_on__lte=today + timedelta(days=60))
        events = Event.objects.allowed(actor, Permission.SHIFT_PLAN).filter(near, service=service)
        self.fields["event"].queryset = events.order_by("starts_on", by_name(), "pk")
        places = Place.objects.allowed(actor, Permission.SHIFT_PLAN).filter(service=service)
        self.fields["place"].queryset = places.order_by(by_name(), "pk")
        teams = Team.objects.allowed(actor, Permission.SHIFT_PLAN).running(today).filter(service=service)
        self.fields["team"].queryset = teams.order_by(by_name(), "pk")
        crew = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).valid(today).filter(services=service)
        self.fields["crew"].queryset = crew.select_related("user").order_by(by_name("user__name"), "pk")
        self.fields |= _paid(actor, service, today)
        self.fields["setting"] = CodeField("setting", catalogue, label=_("Setting"), widget=ChipRadio(first=4))
        self.fields["setting"].choices = [(item.code, item.short) for item in catalogue.items("setting")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not any(said.get(name) for name in ("event", "place", "new_place")):
            self.add_error("place", _("Choose an event or a place, or write a new place."))
        paid = said.pop("paid", "")
        projects = {str(one.pk): one for one in getattr(self.fields.get("paid"), "projects", ())}
        return said | {"project": projects.get(paid), "is_outside": paid == OUTSIDE}


def _paid(actor: Actor, service: Service, today: date) -> dict[str, forms.Field]:
    """Return the question which project pays; none where the service has no project."""
    projects = Project.objects.allowed(actor, Permission.PROJECT_VIEW).filter(services=service, valid_to__gte=today)
    found = list(projects.order_by("valid_from", by_name(), "pk"))
    if not found:
        return {}
    choices = [("", _("the one valid that day")), *((str(one.pk), str(one)) for one in found)]
    field = forms.ChoiceField(
        choices=[*choices, (OUTSIDE, _("outside of projects"))],
        required=False,
        label=_("Project"),
        help_text=_("When several are valid that day, nothing is filled in by itself."),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    field.projects = found
    return {"paid": field}


class Close(forms.Form):
    """The real end of a shift and what should be known about it."""

    ended_at = WhenField(label=_("The shift ended"))
    note = NoteField(label=_("What happened: weather, crowd, trouble"))


class Note(forms.Form):
    """What the crew should know during the shift; `was` is what stood when the page was loaded."""

    was = NoteField(widget=forms.HiddenInput)
    note = NoteField(label=_("What the crew should know"))


class Began(forms.Form):
    """When a phone without signal began a shift, by its own clock."""

    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)


def began_at(data: Mapping[str, Any], now: datetime) -> datetime | None:
    """Return when a phone began the shift, by the server's clock; None if it was begun here."""
    form = Began(data)
    said = form.cleaned_data if form.is_valid() else {}
    return put_right(said["phone_at"], said["sent_at"], now) if said.get("phone_at") else None
