"""What a group is, who sits in it, what it may talk of."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.meetings.forms.series import OfService
from spojka.network.models import Membership, Organisation
from spojka.ui.fields import DayField
from spojka.ui.meanwhile import Knowing
from spojka.ui.widgets import ChipRadio, NewId, Select

from ..content import About, Sitting
from ..models import Group, Seat, ThemeOutcome

WORDS = ("name", "kind", "purpose", "mandate", "area", "quorum")
FLAGS = ("talks_of_clients", "is_sensitive", "rotates", "is_public")
OF_KIND = {"talks_of_clients": "clients", "is_sensitive": "sensitive", "rotates": "rotates"}
SELECT = {"class": "form-select"}


class AboutForm(Knowing):
    """What a group is."""

    name = forms.CharField(
        max_length=120, label=_("What the group is called"), error_messages={"required": _("Write its name.")}
    )
    purpose = forms.CharField(
        max_length=2000, label=_("What it is for"), widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write what it is for.")},
    )  # fmt: skip
    mandate = forms.CharField(
        required=False, max_length=2000, label=_("Who set it up and what it may decide"),
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip
    area = forms.CharField(required=False, max_length=160, label=_("For which area"))
    quorum = forms.IntegerField(
        required=False, min_value=1, max_value=300, label=_("How many who vote must be there"),
        help_text=_("Empty: the group decides with whoever came."),
    )  # fmt: skip
    talks_of_clients = forms.BooleanField(required=False, label=_("Concrete clients may be talked of"))
    is_sensitive = forms.BooleanField(
        required=False, label=_("That somebody sits there is itself sensitive"),
        help_text=_(
            "Nicknames, head counts. Only your service and who may read your whole organisation see who is a member."
        ),
    )  # fmt: skip
    rotates = forms.BooleanField(
        required=False, label=_("Who organises and moderates rotates, the next theme is voted")
    )
    is_public = forms.BooleanField(
        required=False, label=_("It stands on your public pages"),
        help_text=_("Its name, purpose, and what you publish of it. Never who sits there."),
    )  # fmt: skip

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        errors = {"required": _("Choose what kind of group it is.")}
        said = {"label": _("What kind of group"), "error_messages": errors, "widget": Select(attrs=SELECT)}
        self.fields["kind"] = CodeField("group_kind", catalogue, **said)
        self.fields["kind"].keep(self.initial.get("kind"))
        self.order_fields(["id", "service", "kind", *(name for name in self.fields if name not in ("id", "service"))])

    @property
    def about(self) -> About:
        said = self.cleaned_data
        return About(**{name: said[name] for name in (*WORDS, *FLAGS)})


class Found(OfService, AboutForm):
    """A new group."""

    begun_on = DayField(label=_("Since when it meets"))


def of_group(group: Group) -> dict[str, Any]:
    """Return what a form of a group begins with."""
    return {name: getattr(group, name) for name in (*WORDS, *FLAGS)}


def of_kind(extra: Mapping[str, Any]) -> dict[str, bool]:
    """Return what a kind of group asks for, as the form says it."""
    return {field: bool(extra.get(column)) for field, column in OF_KIND.items()}


class End(forms.Form):
    """A group ends."""

    on = DayField(label=_("From which day it meets no more"))
    why = forms.CharField(max_length=500, label=_("Why"), error_messages={"required": _("Write why.")})


class Sit(forms.Form):
    """Somebody is to sit in a group: a house with Spojka, a colleague, or anybody by name."""

    id = forms.UUIDField(widget=NewId)
    institution = forms.CharField(required=False, max_length=160, label=_("Organisation, in words"))
    person = forms.CharField(required=False, max_length=80, label=_("Name or nickname"))
    email = forms.EmailField(
        required=False, max_length=254, label=_("E-mail"), help_text=_("Invitations and minutes are sent there.")
    )
    theme = forms.CharField(required=False, max_length=200, label=_("For which theme they come"))
    since = DayField(label=_("Since when"))

    def __init__(
        self,
        *args: Any,
        catalogue: Catalogue,
        houses: Sequence[Organisation],
        people: Sequence[Membership],
        seats: Sequence[Seat],
        today: date,
        **kwargs: Any,
    ):
        super().__init__(*args, **{"initial": {"since": today, "role": "member"}} | kwargs)
        self.houses = {str(one.pk): one for one in houses}
        self.people = {str(one.pk): one for one in people}
        self.seats = {str(one.pk): one for one in seats if one.called}
        self.fields["role"] = CodeField("group_role", catalogue, label=_("As what"), widget=ChipRadio())
        errors = {"required": _("Choose from which side they come.")}
        said = {"label": _("From which side"), "error_messages": errors, "widget": Select(attrs=SELECT)}
        self.fields["side"] = CodeField("group_side", catalogue, **said)
        self.fields["side"].choices = [("", "—"), *self.fields["side"].choices]
        self._offer(
            "house", self.houses, _("Organisation that works with Spojka"), _("It sees the group and writes into it.")
        )
        self._offer("worker", self.people, pgettext_lazy("in a group", "Colleague"))
        self._offer("stands_for", {key: one for key, one in self.seats.items()}, _("Stands in for"))
        self.order_fields(
            ["id", "house", "worker", "institution", "person", "email", "side", "role", "stands_for", "theme", "since"]
        )

    def _offer(self, name: str, found: Mapping[str, Any], label: Any, help_text: Any = "") -> None:
        if not found:
            return
        choices = [("", "—"), *((key, str(one)) for key, one in found.items())]
        self.fields[name] = forms.ChoiceField(
            required=False, choices=choices, label=label, help_text=help_text, widget=Select(attrs=SELECT)
        )

    @property
    def sitting(self) -> Sitting:
        said = self.cleaned_data
        chosen = {
            "house": self.houses.get(said.get("house", "")),
            "worker": self.people.get(said.get("worker", "")),
            "stands_for": self.seats.get(said.get("stands_for", "")),
        }
        names = ("role", "side", "institution", "person", "email", "theme", "since")
        return Sitting(
            **chosen, **{name: said.get(name) or "" for name in names if name != "since"}, since=said["since"]
        )


class Leave(forms.Form):
    """Somebody sits there no more."""

    why = forms.CharField(required=False, max_length=300, label=_("Why, if it matters"))


class Propose(forms.Form):
    """A theme is proposed."""

    id = forms.UUIDField(widget=NewId)
    words = forms.CharField(required=False, max_length=200, label=_("In own words"))
    material = forms.CharField(
        required=False, max_length=2000, label=_("What to read before"), widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        choices = [("", "—"), *catalogue.pairs("group_theme")]
        self.fields["code"] = forms.ChoiceField(
            required=False, choices=choices, label=pgettext_lazy("of a group", "Theme"), widget=Select(attrs=SELECT)
        )
        self.order_fields(["id", "code", "words", "material"])


class Vote(forms.Form):
    """How many want a theme."""

    hands = forms.IntegerField(min_value=0, max_value=500)


class Choose(forms.Form):
    """What becomes of a theme."""

    id = forms.UUIDField(widget=NewId)
    outcome = forms.ChoiceField(choices=ThemeOutcome.choices)
    meeting = forms.UUIDField(required=False)
