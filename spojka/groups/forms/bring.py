"""What was noticed is brought to a group."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.meetings.models import Meeting
from spojka.signals.models import Signal
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId
from spojka.ui.words import day

LONGEST = 300  # of a point of an agenda


class Bring(forms.Form):
    """Which signals are brought to which meeting, and in what words."""

    id = forms.UUIDField(widget=NewId)
    meeting = forms.ChoiceField(
        label=gettext_lazy("To which group"), widget=ChipRadio(),
        error_messages={"required": gettext_lazy("Choose a group.")},
    )  # fmt: skip
    signals = forms.ModelMultipleChoiceField(
        Signal.objects.none(), label=gettext_lazy("Which signals"), widget=ChipCheckboxes(first=8),
        error_messages={"required": gettext_lazy("Tap at least one signal.")},
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, meetings: Sequence[tuple[str, Meeting]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.meetings = {str(one.pk): one for _name, one in meetings}
        self.fields["meeting"].choices = [(str(one.pk), f"{name}, {day(one.starts_at)}") for name, one in meetings]
        found = Signal.objects.allowed(actor, Permission.SIGNAL_SHARE).filter(voided_at=None)
        self.fields["signals"].queryset = found.order_by("-seen_on", "-recorded_at", "pk")

    @property
    def chosen(self) -> Meeting:
        return self.meetings[self.cleaned_data["meeting"]]

    @property
    def text(self) -> str:
        """Return the point of the agenda: the things, the municipality and the day, never the exact place."""
        told = "; ".join(_told(one) for one in self.cleaned_data["signals"])
        return (_("Early warning: %(what)s") % {"what": told})[:LONGEST]


def _told(one: Signal) -> str:
    parts = (one.what or str(one.get_kind_display()), one.look, one.municipality, day(one.seen_on), f"{one.many}×")
    return ", ".join(part for part in parts if part)
