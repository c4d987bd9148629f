from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.events.models import Event
from spojka.network.models import Project
from spojka.places.models import Place
from spojka.ui.widgets import ChipRadio

from ..models import Shift
from ..paying import Span
from .fields import WhenField

LINES = 4  # parts that the form offers at once; more come when these are full
SELECT = {"class": "form-select"}


class Move(forms.Form):
    """Where the shift is after all."""

    event = forms.ModelChoiceField(
        Event.objects.none(), required=False, label=_("Event"), empty_label=_("no event"), widget=forms.Select(SELECT)
    )
    place = forms.ModelChoiceField(
        Place.objects.none(),
        required=False,
        label=_("Place"),
        empty_label=_("the venue of the event"),
        widget=forms.Select(SELECT),
    )

    def __init__(self, *args: Any, actor: Actor, shift: Shift, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        events = Event.objects.allowed(actor, Permission.SHIFT_MOVE).filter(service=shift.service_id)
        self.fields["event"].queryset = events.order_by("-starts_on", by_name(), "pk")
        places = Place.objects.allowed(actor, Permission.SHIFT_MOVE).filter(service=shift.service_id)
        self.fields["place"].queryset = places.order_by(by_name(), "pk")
        self.fields["setting"] = CodeField("setting", catalogue, label=_("Setting"), widget=ChipRadio(first=4))
        self.fields["setting"].choices = [(item.code, item.short) for item in catalogue.items("setting")]


class Split(forms.Form):
    """From when which project pays: the first line from the start, further ones from a time."""

    def __init__(self, *args: Any, actor: Actor, shift: Shift, spans: Sequence[Span], **kwargs: Any):
        initial = {"project_0": spans[0].project if spans else None}
        for number, span in enumerate(spans[1:], start=1):
            initial |= {f"at_{number}": span.start, f"project_{number}": span.project}
        super().__init__(*args, initial=initial, **kwargs)
        projects = Project.objects.allowed(actor, Permission.PROJECT_VIEW).filter(services=shift.service_id)
        self.count = max(LINES, len(spans) + 1)
        for number in range(self.count):
            if number:
                self.fields[f"at_{number}"] = WhenField(required=False, label=_("From"))
            self.fields[f"project_{number}"] = forms.ModelChoiceField(
                projects.valid(shift.day).order_by(by_name(), "pk"),
                required=False,
                label=_("Project"),
                empty_label=_("outside of projects"),
                widget=forms.Select(SELECT),
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for number in range(1, self.count):
            missing = f"at_{number}" not in self.errors and not said.get(f"at_{number}")
            if missing and said.get(f"project_{number}"):
                self.add_error(f"at_{number}", _("Write from when this project pays."))
        return said

    @property
    def parts(self) -> list[tuple[Any, Project | None]]:
        """Return what was said, line by line, without lines that say no time."""
        said = self.cleaned_data
        further = [(said[f"at_{n}"], said[f"project_{n}"]) for n in range(1, self.count) if said[f"at_{n}"]]
        return [(None, said["project_0"]), *further]

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        """Return the fields of each line: when and which."""
        return [(self[f"at_{n}"] if n else None, self[f"project_{n}"]) for n in range(self.count)]
