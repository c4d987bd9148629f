"""What is asked of somebody in a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.cases.forms.entries import OfParties
from spojka.cases.forms.file import line
from spojka.cases.models import Participant
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Select

from ..content import Asked

IN_WORDS = [("", _("in words"))]


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M"), input_formats=["%H:%M"]
    )


class DutyForm(OfParties):
    """An appointment, a paper to bring, anything with a day."""

    id = forms.UUIDField(widget=NewId)
    what = line(_("What they are to do"), _("Write what they are to do."), _("In short and plain words."), 160)
    on = DayField(label=_("On the day"))
    starts = _hour(_("From what time"))
    ends = _hour(_("Until what time"))
    town = line(_("Town"), hint=_("So that it is seen when two towns are asked for at one time."))
    place = line(_("Where there"))
    asker = forms.ChoiceField(
        required=False, label=_("Who asks it"), choices=IN_WORDS, widget=Select(attrs={"class": "form-select"})
    )
    who = line(_("Who asks it, in words"), hint=_("Somebody else, or who of them."))

    def __init__(self, data: Any = None, *, team: Sequence[Participant], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.team = {str(one.pk): one for one in team}
        self.fields["asker"].choices = [*IN_WORDS, *((key, str(one)) for key, one in self.team.items())]

    @property
    def asked(self) -> Asked:
        """What actions.add wants."""
        typed = self.cleaned_data
        plain = {name: typed[name] for name in ("what", "on", "starts", "ends", "town", "place", "who")}
        return Asked(**plain, asked_by=self.team.get(typed["asker"]))
