from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name, czech
from spojka.codelists.catalogue import names
from spojka.encounters.scope import Scope
from spojka.events.models import Event
from spojka.figures import periods, registry
from spojka.figures.protect import Audience
from spojka.network.models import Project, Service
from spojka.places import territory
from spojka.places.models import Place
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

from .arrange import name_of
from .contacts import BY, ITEMS, SETS, Look

FOREIGN = _("This is not among what you may see. Choose from the list, please.")


ROWS = ("service", "project", "event", "place")
CODES = ("setting", "region", "orp", "municipality")
AGAINST = {
    "": pgettext_lazy("beside", "nothing"),
    "previous": _("the period just before"),
    "year": _("the same period a year earlier"),
    "chosen": _("another period, of the days below"),
}


def choice_of(label: Any, queryset: Any) -> forms.ModelChoiceField:
    words = {"invalid_choice": FOREIGN}
    return forms.ModelChoiceField(queryset, label=label, required=False, empty_label=_("all"), error_messages=words)


def _areas(places: Any) -> list[list[tuple[str, Any]]]:
    """Return regions, ORPs and municipalities where one's places lie, as choices."""
    levels = ("region", "orp", "municipality")
    known = list(places.order_by().values_list(*(f"{level}_code" for level in levels)).distinct())
    choices = []
    for number, level in enumerate(levels):
        named = {row[number]: territory.name_of(level, row[number]) for row in known if row[number]}
        choices.append([("", _("all")), *sorted(named.items(), key=lambda one: (czech(one[1]), one[0]))])
    return choices


class ScopeForm(forms.Form):
    """Period, filters and for whom the report is: all of it stands in the address."""

    PLAIN = (*CODES, "against", "against_from", "against_to")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = rows(Service, by=actor, to=Permission.REPORT_VIEW).order_by(by_name(), "pk")
        events = rows(Event, by=actor, to=Permission.EVENT_VIEW).order_by("-starts_on", "pk")
        places = rows(Place, by=actor, to=Permission.PLACE_VIEW).order_by(by_name(), "pk")
        projects = rows(Project, by=actor, to=Permission.PROJECT_VIEW).order_by("-valid_from", by_name(), "pk")
        areas = _areas(rows(Place, by=actor, to=Permission.PLACE_VIEW))
        settings = [("", _("all")), *names("setting", organisation=actor.organisation).items()]
        wrong = {"invalid_choice": FOREIGN}
        self.fields |= {
            "from": DayField(label=_("From")),
            "to": DayField(label=_("To")),
            "service": choice_of(_("Service"), services),
            "project": choice_of(_("Project"), projects),
            "event": choice_of(_("Event"), events),
            "place": choice_of(_("Place"), places),
            "setting": forms.ChoiceField(label=_("Setting"), required=False, choices=settings, error_messages=wrong),
            "region": forms.ChoiceField(label=_("Region"), required=False, choices=areas[0], error_messages=wrong),
            "orp": forms.ChoiceField(label="ORP", required=False, choices=areas[1], error_messages=wrong),
            "municipality": forms.ChoiceField(
                label=_("Municipality"), required=False, choices=areas[2], error_messages=wrong
            ),
            "for": forms.ChoiceField(
                label=_("For whom"),
                required=False,
                choices=[(one.value, one.label) for one in Audience],
                error_messages={"invalid_choice": _("Choose for whom the report is.")},
            ),
            "against": forms.ChoiceField(
                label=_("Beside"),
                required=False,
                choices=list(AGAINST.items()),
                error_messages={"invalid_choice": _("Choose beside which earlier period.")},
            ),
            "against_from": DayField(label=_("Earlier from"), required=False),
            "against_to": DayField(label=_("Earlier to"), required=False),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("from"), said.get("to")
        if first and last and last < first:
            self.add_error("to", _("The end is before the start. Change one of the days."))
        elif first and last and said.get("against"):
            self._clean_against(said, first)
        return said

    def _clean_against(self, said: dict[str, Any], first: date) -> None:
        """Hold the two periods apart: of overlapping ones the difference would be of a few days, of a few people."""
        if said["against"] == "chosen" and not self.errors:
            for name in ("against_from", "against_to"):
                if not said[name]:
                    self.add_error(name, _("Write the day."))
        if self.errors:
            return
        start, end = self._earlier(said)
        field = "against_to" if said["against"] == "chosen" else "against"
        if end < start:
            self.add_error(field, _("The end is before the start. Change one of the days."))
        elif end >= first:
            self.add_error(field, _("The earlier period must end before this one starts. Choose another one."))
        elif start < periods.EARLIEST:
            self.add_error(field, _("So far back there is nothing. Choose another period."))

    @staticmethod
    def _earlier(said: dict[str, Any]) -> tuple[date, date]:
        if said["against"] == "chosen":
            return said["against_from"], said["against_to"]
        before = periods.previous if said["against"] == "previous" else periods.year_before
        return before(said["from"], said["to"])

    @property
    def scope(self) -> Scope:
        """Return what the report is about."""
        said = self.cleaned_data
        ids: dict[str, UUID | None] = {n: said[n].pk if said[n] else None for n in ROWS}
        first: date = said["from"]
        return Scope(first=first, last=said["to"], **{name: said[name] for name in CODES}, **ids)

    @property
    def earlier(self) -> Scope | None:
        """Return the same rows of the earlier period, if one was asked for."""
        if not self.cleaned_data["against"]:
            return None
        first, last = self._earlier(self.cleaned_data)
        return replace(self.scope, first=first, last=last)

    @property
    def audience(self) -> Audience:
        return Audience(self.cleaned_data["for"] or Audience.OWN)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return the filters in words, for the head of the paper."""
        said = self.cleaned_data
        words = [(str(self.fields[n].label), str(said[n])) for n in ROWS if said[n]]
        chosen = [(self.fields[n], said[n]) for n in CODES if said[n]]
        return words + [(str(field.label), str(dict(field.choices)[code])) for field, code in chosen]

    @property
    def query(self) -> dict[str, str]:
        """Return what an address must say to mean the same."""
        said = self.cleaned_data
        period = self.data.get("period", "")
        query = {"period": period} if period else {"from": str(said["from"]), "to": str(said["to"])}
        query |= {name: str(said[name].pk) for name in ROWS if said[name]}
        return query | {name: str(said[name]) for name in self.PLAIN if said[name]}


class IndicatorsForm(ScopeForm):
    """The same, beside no earlier period."""

    PLAIN = CODES

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("against", "against_from", "against_to"):
            del self.fields[name]


class LookForm(forms.Form):
    """By what the figures are broken down on the page. What is not known is as if nothing was chosen."""

    USUAL = "place"

    def __init__(self, said: Any, *, scope: ScopeForm):
        by = {"time": _("Time"), **{code: name_of(code) for code in BY}, "item": _("Items"), "all": _("Everything")}
        if scope.audience is not Audience.OWN:
            del by["worker"]
        sets = {code: str(name) for code, (name, _codes) in SETS.items()}
        of = {"": _("All figures"), **sets, **{code: str(registry.find(code).name) for code in ITEMS}}
        chosen = {
            "by": said.get("by") if said.get("by") in by else self.USUAL,
            "of": said.get("of") if said.get("of") in of else "",
        }
        self.kept = kept = scope.query | ({} if scope.audience is Audience.OWN else {"for": scope.audience.value})
        super().__init__(chosen | kept, auto_id="look_%s")
        self.fields |= {
            "by": forms.ChoiceField(label=_("Break down by"), choices=list(by.items())),
            "of": forms.ChoiceField(label=_("What"), choices=list(of.items()), required=False),
            **{name: forms.CharField(widget=forms.HiddenInput) for name in kept},
        }
        self.chosen = chosen

    @property
    def look(self) -> Look:
        by = self.chosen["by"]
        return Look("" if by == "all" else by, self.chosen["of"])

    @property
    def query(self) -> dict[str, str]:
        """Return what an address must say to look the same."""
        usual = {"by": self.USUAL, "of": ""}
        return {name: value for name, value in self.chosen.items() if value != usual[name]}

    @property
    def settings(self) -> dict[str, str]:
        """Return all that an address says: a period by its code stays so, and moves with the calendar."""
        return self.kept | self.query


class Rename(forms.Form):
    """Under what name settings are kept, and for whom."""

    name = forms.CharField(
        label=_("Name"), max_length=80, error_messages={"required": _("Write how you will call it.")},
        help_text=_("Such as: Yearly report for the city."),
    )  # fmt: skip
    is_shared = forms.BooleanField(label=_("For all of the service"), required=False)


class Remember(Rename):
    """New settings: whose they are is asked where there is a choice."""

    def __init__(self, *args: Any, services: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["id"] = forms.UUIDField(widget=NewId)
        service = forms.ModelChoiceField(services, label=_("Service"), empty_label=None)
        if len(services) < 2:
            service.widget = forms.HiddenInput()
        self.fields["service"] = service
