from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.clients.models import Client
from spojka.directory.models import ServiceEntry
from spojka.network import doors as network
from spojka.network.models import Membership, Organisation, Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from ..content import MOST_MINUTES, MOST_TIMES, Time, Whom
from ..models import AppointmentKind

SELECT = {"class": "form-select"}


class When(forms.Form):
    """When, where and by whom."""

    id = forms.UUIDField(widget=NewId)
    day = DayField(label=_("Day"))
    hour = forms.TimeField(label=_("From what time"), widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    minutes = forms.IntegerField(min_value=5, max_value=MOST_MINUTES, initial=60, label=_("Minutes"))
    worker = forms.ModelChoiceField(
        Membership.objects.none(), label=_("Worker"), widget=Select(SELECT), empty_label=None
    )
    second = forms.ModelChoiceField(
        Membership.objects.none(), required=False, label=_("Second worker"), widget=Select(SELECT), empty_label="—"
    )
    room = forms.CharField(required=False, max_length=60, label=pgettext_lazy("where one meets", "Room"))
    kind = forms.ChoiceField(
        choices=AppointmentKind.choices, initial=AppointmentKind.COUNSELLING, label=_("Kind"), widget=ChipRadio()
    )
    times = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_TIMES,
        initial=1,
        label=_("How many weeks in a row"),
        help_text=_("1 means once. Each of them can be moved or cancelled alone."),
    )
    anyway = forms.BooleanField(required=False, label=_("Book it all the same, though it clashes"))

    def __init__(self, *args: Any, actor: Actor, service: Service, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        members = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).valid(today).filter(services=service)
        for name in ("worker", "second"):
            self.fields[name].queryset = members.select_related("user").order_by(by_name("user__name"), "pk")
            self.fields[name].label_from_instance = lambda one: one.user.name

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("second") and said.get("second") == said.get("worker"):
            self.add_error("second", _("Choose somebody else than the first worker."))
        return said

    @property
    def has_clash(self) -> bool:
        """Say whether the last sending met a clash, or the box was ticked: then it is offered."""
        return bool(self.is_bound and any(one.code == "clash" for one in self.non_field_errors().as_data())) or bool(
            self["anyway"].value()
        )

    @property
    def time(self) -> Time:
        said = self.cleaned_data
        start = timezone.make_aware(datetime.combine(said["day"], said["hour"]))
        known = {name: said[name] for name in ("worker", "second", "room", "kind", "minutes")}
        return Time(starts_at=start, times=said.get("times") or 1, **known)


class WithWhom(forms.Form):
    """With whom: a code, a working name, or nobody yet."""

    code = forms.CharField(required=False, max_length=40, label=_("Client's code"))
    who = forms.CharField(
        required=False,
        max_length=80,
        label=_("Or a working name"),
        help_text=_("Of somebody who has no code yet. No surname, no phone."),
    )
    note = forms.CharField(required=False, max_length=300, label=_("Note"), help_text=_("It stays in our service."))
    reminder_to = forms.EmailField(
        required=False,
        label=_("E-mail for a reminder"),
        help_text=_("Only if the client wants it. The letter names neither us nor what it is about."),
    )
    reminder_where = forms.CharField(
        required=False,
        max_length=120,
        label=_("Place in the reminder"),
        help_text=_("In words that tell nothing, such as “the usual place”. Empty: none."),
    )

    def __init__(self, *args: Any, actor: Actor, service: Service, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.known = Client.objects.allowed(actor, Permission.APPOINTMENT_BOOK).filter(service=service)
        self.client: Client | None = None

    def clean_code(self) -> str:
        """Find the client; a code that is not known is a slip."""
        code = str(self.cleaned_data["code"]).strip()
        if not code:
            return ""
        self.client = self.known.filter(code__iexact=code, merged_into=None).first()
        if self.client is None:
            raise forms.ValidationError(_("We know no such code. Check it, or write a working name."))
        return code

    @property
    def whom(self) -> Whom:
        said = {name: self.cleaned_data[name] for name in ("who", "note", "reminder_to", "reminder_where")}
        return Whom(client=self.client, **said)


class Book(When):
    """A new appointment, or a series."""

    def __init__(self, *args: Any, actor: Actor, service: Service, **kwargs: Any):
        super().__init__(*args, actor=actor, service=service, **kwargs)
        kwargs.pop("today", None)
        self.with_whom = WithWhom(*args, actor=actor, service=service, **kwargs)

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.with_whom.is_valid()])


class Offer(When):
    """Free first appointments for other houses."""

    entry = forms.ModelChoiceField(
        ServiceEntry.objects.none(), label=_("At which entry they stand"), widget=ChipRadio(), empty_label=None
    )
    where = forms.CharField(required=False, max_length=120, label=_("Where to come"))
    about = forms.CharField(
        required=False,
        max_length=200,
        label=_("What others should know"),
        help_text=_("For whom, what to bring. Other organisations read it."),
    )
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        required=False,
        label=_("For which organisations"),
        help_text=_("None ticked: everybody who works with Spojka."),
        widget=ChipCheckboxes(first=8),
    )

    def __init__(self, *args: Any, actor: Actor, service: Service, today: date, entries: Any, **kwargs: Any):
        super().__init__(*args, actor=actor, service=service, today=today, **kwargs)
        self.fields["entry"].queryset = entries
        self.fields["kind"].initial = AppointmentKind.FIRST
        self.fields["partners"].queryset = network.partners(actor.organisation)


class Range(forms.Form):
    """Which days of whose book are shown; all of it stands in the address."""

    day = DayField(required=False, label=_("Day"))
    worker = forms.ModelChoiceField(
        Membership.objects.none(), required=False, label=_("Worker"), widget=Select(), empty_label=_("all")
    )

    def __init__(self, *args: Any, actor: Actor, service: Service, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        members = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).valid(today).filter(services=service)
        self.fields["worker"].queryset = members.select_related("user").order_by(by_name("user__name"), "pk")
        self.fields["worker"].label_from_instance = lambda one: one.user.name
