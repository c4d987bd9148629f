from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Select

from .check import Asked

LONGEST = 366 * 2  # days; an audit of a project asks for no more at once


class Filters(forms.Form):
    """Of which days, of which service and of whose records; all of it stands in the address."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = rows(Service, by=actor, to=Permission.QUALITY_VIEW).order_by(by_name(), "pk")
        self.fields |= {"from": DayField(label=_("From")), "to": DayField(label=_("To"))}
        self.fields["service"] = _choice(_("Service"), services)
        if actor.may(Permission.QUALITY_OVERSEE):
            members = rows(Membership, by=actor, to=Permission.MEMBER_VIEW).filter(services__in=actor.services)
            members = members.select_related("user").order_by(by_name("user__name"), "pk").distinct()
            self.fields["worker"] = _choice(_("Worker"), members)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (first := said.get("from")) and (last := said.get("to")):
            if last < first:
                self.add_error("to", _("The end is before the start. Change one of the days."))
            elif (last - first).days > LONGEST:
                self.add_error("from", _("Look at two years at most."))
        return said

    def asked(self, by: Actor, now: datetime) -> Asked:
        """Return what the checks are to look at."""
        said = self.cleaned_data
        service, worker = said.get("service"), said.get("worker")
        return Asked(
            by=by,
            first=said["from"],
            last=said["to"],
            now=now,
            service=service.pk if service else None,
            worker=str(worker.pk) if worker else "",
        )

    @property
    def query(self) -> dict[str, str]:
        """Return what an address must say to mean the same."""
        said = self.cleaned_data
        period = self.data.get("period", "")
        query = {"period": period} if period else {"from": str(said["from"]), "to": str(said["to"])}
        return query | {name: str(said[name].pk) for name in ("service", "worker") if said.get(name)}


class Accept(forms.Form):
    """One press: it is right so."""

    id = forms.UUIDField(widget=NewId)


def _choice(label: Any, queryset: Any) -> forms.ModelChoiceField:
    wrong = {"invalid_choice": _("This is not among what you may see. Choose from the list, please.")}
    return forms.ModelChoiceField(
        queryset, label=label, required=False, empty_label=_("all"), widget=Select(), error_messages=wrong
    )
