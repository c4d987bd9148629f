from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Membership, Project, Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

LINES = 4
NAMES = ("id", "code", "minutes", "project", "note")
SELECT = {"class": "form-select"}


def asked(actor: Actor, service_id: Any, catalogue: Catalogue, is_required: bool) -> dict[str, forms.Field]:
    """Return the fields of one line."""
    kinds = [("", "–"), *((item.code, item.name) for item in catalogue.items("indirect_work"))]
    wrong = dict.fromkeys(("min_value", "max_value", "invalid"), _("Write 1 to 1,440 minutes."))
    projects = Project.objects.allowed(actor, Permission.PROJECT_VIEW).filter(services=service_id)
    return {
        "id": forms.UUIDField(widget=NewId),
        "code": forms.ChoiceField(
            choices=kinds, required=is_required, label=_("Kind of work"), widget=forms.Select(SELECT)
        ),
        "minutes": forms.IntegerField(
            required=is_required,
            min_value=1,
            max_value=1440,
            label=_("Minutes"),
            error_messages=wrong | {"required": _("Write how many minutes.")},
            widget=forms.NumberInput({"inputmode": "numeric"}),
        ),
        "project": forms.ModelChoiceField(
            projects.order_by("-valid_to", by_name(), "pk"),
            required=False,
            label=_("Project"),
            empty_label=_("outside of projects"),
            widget=forms.Select(SELECT),
        ),
        "note": forms.CharField(required=False, max_length=300, label=_("Note")),
    }


class Day(forms.Form):
    """Several kinds of work of one day; lines that say nothing are left out."""

    day = DayField(label=_("Day"))

    def __init__(self, *args: Any, actor: Actor, service: Service, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for number in range(LINES):
            line = asked(actor, service.pk, catalogue, False)
            self.fields |= {f"{name}_{number}": field for name, field in line.items()}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for number in range(LINES):
            kind, minutes = said.get(f"code_{number}"), said.get(f"minutes_{number}")
            if kind and not minutes and f"minutes_{number}" not in self.errors:
                self.add_error(f"minutes_{number}", _("Write how many minutes."))
            if minutes and not kind and f"code_{number}" not in self.errors:
                self.add_error(f"code_{number}", _("Choose what kind of work it was."))
        if not self.errors and not self.said:
            self.add_error("code_0", _("Choose what kind of work it was."))
        return said

    @property
    def said(self) -> list[tuple[int, dict[str, Any]]]:
        """Return what was filled in, line by line, with the line's number."""
        data = self.cleaned_data
        filled = [number for number in range(LINES) if data.get(f"code_{number}")]
        return [(number, {name: data.get(f"{name}_{number}") for name in NAMES}) for number in filled]

    @property
    def opens_about(self) -> bool:
        """Whether something is said or wrong in what is folded of the first line."""
        return any(self[f"{name}_0"].value() or self[f"{name}_0"].errors for name in ("project", "note"))

    @property
    def opens_more(self) -> bool:
        """Whether something is said or wrong in the lines that are folded."""
        return any(one[name].value() or one[name].errors for one in self.lines[1:] for name in NAMES[1:])

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return the fields of each line by their names."""
        return [{name: self[f"{name}_{number}"] for name in NAMES} for number in range(LINES)]


class Correct(forms.Form):
    """What should stand instead of a line."""

    day = DayField(label=_("Day"))

    def __init__(self, *args: Any, actor: Actor, service_id: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields |= asked(actor, service_id, catalogue, True)


class Filters(forms.Form):
    """Which lines of the list: of a month, a kind, a project, a worker."""

    month = forms.DateField(
        required=False,
        input_formats=["%Y-%m"],
        label=_("Month"),
        widget=forms.DateInput({"type": "month"}, "%Y-%m"),
        error_messages={"invalid": _("Write the month as 2026-07.")},
    )

    def __init__(self, *args: Any, actor: Actor, kinds: dict[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        projects = Project.objects.allowed(actor, Permission.PROJECT_VIEW).order_by("-valid_to", by_name(), "pk")
        choices = [("", _("all")), *kinds.items()]
        self.fields |= {
            "kind": forms.ChoiceField(required=False, label=_("Kind of work"), choices=choices),
            "project": forms.ModelChoiceField(projects, required=False, label=_("Project"), empty_label=_("all")),
        }
        if actor.may(Permission.INDIRECT_OVERSEE):
            people = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).select_related("user")
            self.fields["worker"] = forms.ModelChoiceField(
                people.order_by(by_name("user__name"), "pk"), required=False, label=_("Worker"), empty_label=_("all")
            )

    def where(self, month: date) -> Q:
        """Return the condition on lines of a month."""
        said = self.cleaned_data
        chosen = {"code": said.get("kind"), "project": said.get("project"), "membership": said.get("worker")}
        narrow = {name: value for name, value in chosen.items() if value}
        return Q(day__year=month.year, day__month=month.month, **narrow)
