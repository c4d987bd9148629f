import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.figures import registry
from spojka.figures.metric import Metric
from spojka.network.models import Project, Service
from spojka.places import territory
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId

PROMISES = (
    "contacts", "clients", "contacts.first", "acts", "hours", "hours.shift", "hours.indirect", "materials",
    "tallies.people",
)  # fmt: skip
AREAS = 4
MOST = 10_000_000
WRONG = _("Write a whole number from 1 to 10,000,000, or nothing.")


class Edit(forms.Form):
    """A project: who pays, for what, until when and where."""

    name = forms.CharField(
        max_length=120, label=_("Name"), error_messages={"required": _("Write how you call the project.")}
    )
    funder = forms.CharField(
        max_length=120, label=_("Who pays"), help_text=_("A city, a region, a ministry."),
        error_messages={"required": _("Write who pays for it.")},
    )  # fmt: skip
    number = forms.CharField(required=False, max_length=60, label=_("Number of the project"))
    valid_from = DayField(label=_("First day"))
    valid_to = DayField(label=_("Last day"))
    services = forms.ModelMultipleChoiceField(
        Service.objects.none(),
        label=_("Services"),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Choose at least one service.")},
    )

    def __init__(self, *args: Any, actor: Actor, project: Project | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = Service.objects.allowed(actor, Permission.PROJECT_ADD)
        if project:
            services = services | project.services.all()  # a manager keeps what there is
        self.fields["services"].queryset = services.distinct().order_by(by_name(), "pk")
        for n in range(AREAS):
            self.fields[f"area_{n}"] = forms.CharField(
                required=False,
                max_length=80,
                label=_("Territory %(n)s") % {"n": n + 1},
                widget=forms.TextInput({"list": "territory-offer", "autocomplete": "off"}),
            )
        for code in PROMISES:
            metric = registry.find(code)
            self.fields[_field(code)] = forms.IntegerField(
                required=False,
                min_value=1,
                max_value=MOST,
                label=metric.name,
                help_text=_unit(metric),
                error_messages=dict.fromkeys(("min_value", "max_value", "invalid"), WRONG),
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        start, end = said.get("valid_from"), said.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", _("The project can't end before it starts."))
        found = [self._area(n) for n in range(AREAS)]
        told = {name: said.get(name) for name in ("name", "funder", "number", "valid_from", "valid_to", "services")}
        promised = {code: said[_field(code)] for code in PROMISES if said.get(_field(code))}
        return told | {"territory": [code for code in found if code], "promised": promised} | _id(said)

    def _area(self, number: int) -> str:
        text = (self.cleaned_data.get(f"area_{number}") or "").strip()
        unit = territory.typed(text) if text else None
        if text and unit is None:
            self.add_error(f"area_{number}", _("Choose one of those offered: a municipality, an ORP or a region."))
        return unit.code if unit else ""

    @property
    def areas(self) -> list[Any]:
        return [self[f"area_{n}"] for n in range(AREAS)]

    @property
    def promises(self) -> list[Any]:
        return [self[_field(code)] for code in PROMISES]


class Add(Edit):
    """A new project."""

    id = forms.UUIDField(widget=NewId)

    @property
    def service(self) -> Service:
        """Return the service for which the right is asked."""
        return self.cleaned_data["services"][0]


class End(forms.Form):
    """The day with which a project ends before its time."""

    on = DayField(label=_("The last day"))


def _unit(metric: Metric) -> str:
    """Return the unit, unless the name of the figure says it."""
    unit = str(metric.unit.name)
    return "" if unit.lower() in str(metric.name).lower() else unit


def stands(project: Project) -> dict[str, Any]:
    """Return what the form shows of a project."""
    names = ("name", "funder", "number", "valid_from", "valid_to")
    areas = {f"area_{n}": territory.named(code) for n, code in enumerate(project.territory[:AREAS])}
    promised = {_field(code): amount for code, amount in project.promised.items()}
    return {name: getattr(project, name) for name in names} | areas | promised | {"services": project.services.all()}


def _field(code: str) -> str:
    return "promised_" + re.sub(r"\W", "_", code)


def _id(said: dict[str, Any]) -> dict[str, Any]:
    return {"id": said["id"]} if "id" in said else {}
