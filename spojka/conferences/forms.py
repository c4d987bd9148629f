from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.cases.models import Party
from spojka.network.models import Service
from spojka.ui.fields import DayField, past_day
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from .content import Called, Told
from .models import CaseMeeting, Sort


def _words(most: int, rows: int, **said: Any) -> forms.CharField:
    return forms.CharField(max_length=most, widget=forms.Textarea({"rows": rows}), **said)


class Explain(forms.Form):
    """What it is for, and how the family was told."""

    purpose = _words(
        1000,
        2,
        label=_("What it is for"),
        help_text=_("As you say it to the family. It stands in the invitation and in the minutes."),
        error_messages={"required": _("Write what it is for.")},
    )
    told = _words(500, 2, required=False, label=_("How and by whom the family was told it"))
    told_on = DayField(required=False, label=_("When they were told"))
    without_family = _words(
        500,
        2,
        required=False,
        label=_("Why the family is not there"),
        help_text=_("Only where their presence endangers somebody."),
    )

    def clean_told_on(self) -> date | None:
        return past_day(self.cleaned_data["told_on"], timezone.localdate())

    @property
    def told_(self) -> Told:
        names = ("purpose", "told", "told_on", "without_family")
        return Told(**{name: self.cleaned_data[name] for name in names})


class Call(Explain):
    """When, where, what for, and who of the case is to come."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ChoiceField(label=_("For which service"), widget=Select(attrs={"class": "form-select"}))
    sort = forms.ChoiceField(
        choices=Sort,
        label=_("What kind"),
        help_text=_("A meeting is the family and the close team. At a conference somebody from outside leads."),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what it is.")},
    )
    title = forms.CharField(
        max_length=120,
        label=_("What it is called"),
        help_text=_("It stands in lists; no names."),
        error_messages={"required": _("Write what it is called.")},
    )
    on = DayField(label=_("Day"))
    hour = forms.TimeField(
        label=_("From"),
        widget=forms.TimeInput({"type": "time"}, "%H:%M"),
        error_messages={"required": _("Write the hour."), "invalid": _("Write the hour as 14:30.")},
    )
    minutes = forms.IntegerField(
        min_value=15,
        max_value=600,
        label=_("Minutes"),
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], _("Write 15 to 600 minutes.")),
    )
    place = forms.CharField(required=False, max_length=200, label=_("Where"))
    people = forms.MultipleChoiceField(
        required=False,
        label=_("Who of the case is to come"),
        help_text=_("Others can be invited on the page of the meeting."),
        widget=ChipCheckboxes(),
    )

    def __init__(self, *args: Any, services: Sequence[Service], everybody: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.services = {str(one.pk): one for one in services}
        self.fields["service"].choices = [(key, str(one)) for key, one in self.services.items()]
        if len(self.services) == 1:
            self.fields["service"].widget = forms.HiddenInput()
            self.initial["service"] = next(iter(self.services))
        self.everybody = {str(one.pk): one for one in everybody}
        self.fields["people"].choices = [(key, called(one)) for key, one in self.everybody.items()]
        first = ["id", "service", "sort", "title", "on", "hour", "minutes", "place", "people", "purpose", "told"]
        self.order_fields([*first, "told_on", "without_family"])

    @property
    def called(self) -> Called:
        said = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(said["on"], said["hour"]))
        return Called(**{name: said[name] for name in ("sort", "title", "place", "minutes")}, starts_at=starts_at)

    @property
    def chosen(self) -> list[Any]:
        return [self.everybody[key] for key in self.cleaned_data["people"]]


class AskToCome(forms.Form):
    """Who else of the case is to come."""

    somebody = forms.ChoiceField(
        label=_("Who else of the case is to come"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose who is to come.")},
    )

    def __init__(self, *args: Any, offered: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(one.pk): one for one in offered}
        self.fields["somebody"].choices = [(key, called(one)) for key, one in self.offered.items()]

    @property
    def chosen(self) -> Any:
        return self.offered[self.cleaned_data["somebody"]]


def called(one: Any) -> str:
    """Return what somebody of a case is called in a choice."""
    if isinstance(one, Party):
        return f"{one.called} · {one.get_role_display()}"
    return f"{one.called} · {one}" if one.called else str(one)


def initial_of(row: CaseMeeting) -> dict[str, Any]:
    said = {"purpose": row.is_for, "told": row.told_how, "told_on": row.told_on}
    return said | {"without_family": row.why_without}
