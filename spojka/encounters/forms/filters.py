from functools import partial
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.events.models import Event
from spojka.network.models import Membership
from spojka.places.models import Place
from spojka.search.registry import code
from spojka.ui.widgets import Select

from ..models import Side
from ..reading import of_shifts
from ..words import Words

LATEST = 80  # events offered by their names


class Filters(forms.Form):
    """What the list of encounters shows; all of it stands in the address."""

    since = forms.DateField(required=False, label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(required=False, label=_("To"), widget=forms.DateInput(attrs={"type": "date"}))
    event = forms.ModelChoiceField(
        Event.objects.none(), required=False, label=_("Event"), widget=Select(), empty_label=_("all")
    )
    place = forms.ModelChoiceField(
        Place.objects.none(), required=False, label=_("Place"), widget=Select(), empty_label=_("all")
    )
    worker = forms.ModelChoiceField(
        Membership.objects.none(),
        required=False,
        label=_("Worker"),
        widget=Select(),
        empty_label=_("all"),
    )
    side = forms.ChoiceField(
        required=False, choices=[("", _("all")), *Side.choices], label=_("Who came"), widget=Select()
    )
    theme = forms.ChoiceField(required=False, label=_("Theme"), widget=Select())
    material = forms.ChoiceField(required=False, label=_("Material"), widget=Select())
    state = forms.ChoiceField(
        required=False,
        choices=[("", _("valid")), ("late", _("late")), ("corrected", _("corrected")), ("voided", _("voided"))],
        label=_("State"),
        widget=Select(),
    )

    def __init__(self, *args: Any, actor: Actor, words: Words, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.house = actor.organisation
        events = Event.objects.allowed(actor, Permission.EVENT_VIEW)
        self.fields["event"].queryset = events.only("name").order_by("-starts_on", "pk")
        self.fields["event"].widget.choices = CallableChoiceIterator(
            partial(self._latest, "event")
        )  # once it is drawn
        places = Place.objects.allowed(actor, Permission.PLACE_VIEW).only("name", "municipality")
        self.fields["place"].queryset = places.order_by(by_name(), "pk")
        members = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).filter(services__in=actor.services)
        self.fields["worker"].queryset = (
            members.select_related("user").only("user__name").order_by(by_name("user__name"), "pk").distinct()
        )
        for name in ("theme", "material"):
            self.fields[name].choices = [("", _("all")), *words.all_of(name).items()]

    def _latest(self, name: str) -> list[tuple[Any, Any]]:
        """Offer the latest rows and the chosen one: thousands in one list help nobody. Any allowed one is taken."""
        field = self.fields[name]
        offered = list(field.queryset[:LATEST])
        if self.is_bound and (chosen := self._chosen(name)) and chosen not in offered:
            offered.append(chosen)
        return [("", field.empty_label), *((row.pk, str(row)) for row in offered)]

    def _chosen(self, name: str) -> Any:
        try:
            return self.fields[name].clean(self[name].data)
        except forms.ValidationError:
            return None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("since") and said.get("until") and said["since"] > said["until"]:
            self.add_error("until", _("The end is before the start."))
        return said

    @property
    def said_codes(self) -> list[str]:
        """The codes among their words that all rows have which were asked for (Encounter.said_codes)."""
        said = getattr(self, "cleaned_data", {})
        if said.get("state") == "voided":  # those are not found by words
            return []
        return [code(name, said[name]) for name in ("theme", "material") if said.get(name)]

    @property
    def where(self) -> Q:
        """The rows that were asked for. A filter that is wrong is left out, its fault stands beside it."""
        said = getattr(self, "cleaned_data", {})
        columns = {
            "since": "day__gte",
            "until": "day__lte",
            "side": "side",
        }
        where = Q(**{column: said[name] for name, column in columns.items() if said.get(name)})
        if shifts := {name: said[name] for name in ("event", "place") if said.get(name)}:
            where &= of_shifts(**shifts)
        if worker := said.get("worker"):
            where &= Q(recorded_by=str(worker.pk))
        if theme := said.get("theme"):
            where &= Q(topics__kind="theme", topics__code=theme)
        if material := said.get("material"):
            where &= Q(handouts__code=material)
        return where & STATES[said.get("state") or ""]

    @property
    def near(self) -> Q | None:
        """Where all of the few lies that an index of the house holds; one's own services are of that house."""
        said = getattr(self, "cleaned_data", {})
        is_of_few = said.get("state") or said.get("side") == Side.TALLY
        return Q(organisation=self.house) if is_of_few and self.house else None


STATES = {
    "": Q(voided_at=None),
    "late": Q(voided_at=None, is_late=True),
    "corrected": Q(voided_at=None, version__gt=1),
    "voided": Q(voided_at__isnull=False),
}
