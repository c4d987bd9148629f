"""A vote: how many, or who how; and whose interest kept them from voting."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.groups.models import Seat
from spojka.meetings.models import Meeting
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Select
from spojka.ui.words import day

from ..content import Counted
from ..models import BallotWord

SELECT = {"class": "form-select"}
COUNTS = {"in_favour": _("How many for"), "against": _("How many against"), "abstained": _("How many abstained")}
MOST = 500


class VoteForm(forms.Form):
    """Counts, and a ballot for each seat that votes."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("When you voted"))

    def __init__(self, *args: Any, seats: Sequence[Seat], meetings: Sequence[Meeting], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.seats, self.meetings = list(seats), {str(one.pk): one for one in meetings}
        if meetings:
            choices = [("", "—"), *((key, day(one.starts_at, True)) for key, one in self.meetings.items())]
            self.fields["meeting"] = forms.ChoiceField(
                required=False, choices=choices, label=_("At which meeting"), widget=Select(attrs=SELECT)
            )
        for name, label in COUNTS.items():
            widget = forms.NumberInput({"inputmode": "numeric"})
            self.fields[name] = forms.IntegerField(
                required=False, min_value=0, max_value=MOST, label=label, widget=widget
            )
        for number, seat in enumerate(self.seats):
            self.fields[f"word-{number}"] = forms.ChoiceField(
                required=False, choices=[("", "—"), *BallotWord.choices], label=str(seat), widget=Select(attrs=SELECT)
            )
            self.fields[f"interest-{number}"] = forms.CharField(
                required=False, max_length=500, label=gettext("What interest of their own: %(who)s") % {"who": seat}
            )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day is still to come. Check the month and the year."))
        return on

    def clean(self) -> dict[str, Any]:
        """Ask what the conflict of interest is, where one was declared; elsewhere the page hides the field."""
        said = super().clean() or self.cleaned_data
        for number in range(len(self.seats)):
            is_declared = said.get(f"word-{number}") == BallotWord.CONFLICT
            interest = said.get(f"interest-{number}", "")
            if is_declared and not interest:
                self.add_error(f"interest-{number}", _("Write what the conflict of interest is."))
        return said

    @property
    def ballots(self) -> list[tuple[BoundField, BoundField]]:
        """Each seat's word beside its interest."""
        return [(self[f"word-{number}"], self[f"interest-{number}"]) for number in range(len(self.seats))]

    @property
    def counted(self) -> Counted:
        said = self.cleaned_data
        words = {seat: said[f"word-{i}"] for i, seat in enumerate(self.seats) if said[f"word-{i}"]}
        interests = {seat: said[f"interest-{i}"] for i, seat in enumerate(self.seats)}
        counts = {name: said[name] or 0 for name in COUNTS}
        meeting = self.meetings.get(said.get("meeting", ""))
        return Counted(on=said["on"], meeting=meeting, **counts, words=words, interests=interests)


def voted(today: date, meetings: Sequence[Meeting]) -> dict[str, Any]:
    """Return what the form begins with: the last meeting of the group."""
    return {"on": today, "meeting": str(meetings[0].pk) if meetings else ""}
