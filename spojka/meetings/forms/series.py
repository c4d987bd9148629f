"""A series and one meeting: when, where, what it is called."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.network.models import Service
from spojka.ui.fields import DayField
from spojka.ui.meanwhile import Knowing
from spojka.ui.widgets import ChipRadio, NewId

from ..content import Rule, When
from ..models import Meeting, MeetingKind, MeetingSeries, Rhythm
from ..rule import PRAGUE, moment

WEEKDAYS = [
    (0, _("Monday")), (1, _("Tuesday")), (2, _("Wednesday")), (3, _("Thursday")), (4, _("Friday")),
    (5, _("Saturday")), (6, _("Sunday")),
]  # fmt: skip
NTH = [
    (1, pgettext_lazy("of the month", "first")), (2, pgettext_lazy("of the month", "second")),
    (3, pgettext_lazy("of the month", "third")), (4, pgettext_lazy("of the month", "fourth")),
    (-1, pgettext_lazy("of the month", "last")),
]  # fmt: skip
PLACE = _("Rooms and address. It goes into the letters and calendars.")


def _hour(**kwargs: Any) -> forms.TimeField:
    usual = {"label": _("At what hour"), "widget": forms.TimeInput({"type": "time"}, "%H:%M")}
    return forms.TimeField(**usual | {"error_messages": {"required": _("Write the hour.")}} | kwargs)


def _minutes() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many minutes"), min_value=5, max_value=2880, initial=90,
        error_messages={"required": _("Write how many minutes.")},
    )  # fmt: skip


def _title() -> forms.CharField:
    return forms.CharField(
        max_length=120,
        label=_("What it is called"),
        help_text=_("For those who come. Letters and calendars say only what kind of meeting it is."),
        error_messages={"required": _("Write what it is called.")},
    )


class OfService(forms.Form):
    """A form whose row belongs to one of the services that one may hold meetings for."""

    id = forms.UUIDField(widget=NewId)

    def __init__(self, *args: Any, services: list[Service], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.services = {str(one.pk): one for one in services}
        if len(services) > 1:
            choices = [(key, one.name) for key, one in self.services.items()]
            field = forms.ChoiceField(choices=choices, label=_("For which service"), widget=ChipRadio())
            self.fields = {"id": self.fields.pop("id"), "service": field, **self.fields}
            self.initial.setdefault("service", choices[0][0])

    @property
    def for_service(self) -> Service:
        return self.services[self.cleaned_data.get("service") or next(iter(self.services))]


class SeriesForm(forms.Form):
    """The rule of a series."""

    title = _title()
    kind = forms.ChoiceField(
        choices=MeetingKind.choices,
        label=_("What kind of meeting"),
        help_text=_("Of supervision and intervision it is written down who was there, nothing else."),
        widget=ChipRadio(),
        initial=MeetingKind.TEAM,
    )
    rhythm = forms.ChoiceField(
        choices=Rhythm.choices, label=_("How often"), widget=ChipRadio(), initial=Rhythm.MONTH,
        error_messages={"required": _("Choose how often.")},
    )  # fmt: skip
    nth = forms.TypedChoiceField(
        choices=[("", ""), *NTH], coerce=int, empty_value=None, label=_("Which one of the month"),
        error_messages={"required": _("Choose which one of the month.")},
    )  # fmt: skip
    weekday = forms.TypedChoiceField(
        choices=[("", ""), *WEEKDAYS], coerce=int, empty_value=None, label=_("Weekday"),
        error_messages={"required": _("Choose the weekday.")},
    )  # fmt: skip
    every = forms.IntegerField(
        label=_("Every how many months or weeks"), min_value=1, max_value=52, initial=1,
        help_text=_("1 is each month or week, 2 every other one."),
    )  # fmt: skip
    hour = _hour()
    minutes = _minutes()
    place = forms.CharField(required=False, max_length=200, label=_("Where"), help_text=PLACE)
    starts_on = DayField(label=_("From which day"))
    ends_on = DayField(required=False, label=_("Until which day"), help_text=_("Empty: it goes on."))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        rhythm = self["rhythm"].value()
        self.fields["nth"].required = rhythm == Rhythm.MONTH
        self.fields["weekday"].required = rhythm != Rhythm.FREE

    @property
    def rule(self) -> Rule:
        said = self.cleaned_data
        names = ("rhythm", "starts_on", "hour", "minutes", "nth", "weekday", "every", "ends_on")
        return Rule(**{name: said[name] for name in names})


class Start(OfService, SeriesForm):
    """A new series."""


def of_series(series: MeetingSeries) -> dict[str, Any]:
    """Return what a form of a series begins with."""
    names = ("rhythm", "nth", "weekday", "every", "hour", "minutes", "starts_on", "ends_on", "kind")
    return {name: getattr(series, name) for name in names} | {"title": series.title, "place": series.where}


class MeetingForm(Knowing):
    """When and where one meeting is."""

    title = _title()
    on = DayField(label=_("On which day"))
    hour = _hour()
    minutes = _minutes()
    place = forms.CharField(required=False, max_length=200, label=_("Where"), help_text=PLACE)

    @property
    def when(self) -> When:
        said = self.cleaned_data
        return When(moment(said["on"], said["hour"]), said["minutes"])


class Call(OfService, MeetingForm):
    """A meeting by itself."""

    kind = forms.ChoiceField(
        choices=MeetingKind.choices, label=_("What kind of meeting"), widget=ChipRadio(), initial=MeetingKind.MEETING
    )


def of_meeting(meeting: Meeting) -> dict[str, Any]:
    """Return what a form of a meeting begins with."""
    start = timezone.localtime(meeting.starts_at, PRAGUE)
    said = {"title": meeting.title, "place": meeting.where, "minutes": meeting.minutes}
    return said | {"on": start.date(), "hour": start.time()}


class CallPlanned(forms.Form):
    """One date of a rule is called: on its day, or moved to another one."""

    id = forms.UUIDField(widget=NewId)
    planned_on = DayField(widget=forms.HiddenInput)
    on = DayField(label=_("On which day"))


class Skip(forms.Form):
    """One date of a rule is left out."""

    id = forms.UUIDField(widget=NewId)
    planned_on = DayField(widget=forms.HiddenInput)
    why = forms.CharField(
        max_length=200, label=_("Why it is left out"), error_messages={"required": _("Write why it is left out.")}
    )


class Cancel(forms.Form):
    """A meeting is called off."""

    why = forms.CharField(
        max_length=300, label=_("Why it is called off"), error_messages={"required": _("Write why it is called off.")},
        help_text=_("For us. The letters say only that it does not take place."),
    )  # fmt: skip
