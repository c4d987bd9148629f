"""What somebody is to work as: the fields that inviting, changing and coming back share."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.roles import MEMBER_ROLES, ROLE_NAMES
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Service, Team
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..posts import Post


class Teams(forms.ModelMultipleChoiceField):
    """Teams, each with the service it works in."""

    def label_from_instance(self, team: Team) -> str:
        return f"{team.name} ({team.service.name})"


class PostForm(forms.Form):
    """Role, services, teams and days; what one can't give is not offered."""

    role = forms.ChoiceField(label=_("Role"), widget=ChipRadio(first=6))
    services = forms.ModelMultipleChoiceField(
        Service.objects.none(),
        label=_("Services"),
        widget=ChipCheckboxes,
        error_messages={"required": _("Choose at least one service.")},
    )
    teams = Teams(
        Team.objects.none(),
        label=_("Only these teams"),
        required=False,
        widget=ChipCheckboxes,
        help_text=_("If you choose none, they see the records of all teams."),
    )
    valid_from = DayField(label=_("From"))
    valid_to = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty if no end is known."))
    reads_house = forms.BooleanField(
        label=_("Reads the records of the other services too"),
        required=False,
        help_text=_("People who stay anonymous in one service may be known by name in another. Give it rarely."),
    )

    def __init__(self, *args: Any, actor: Actor, to: Permission, of: Membership | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        on = timezone.localdate()
        self.fields["role"].choices = [(code, ROLE_NAMES[code]) for code in MEMBER_ROLES if code in actor.gives]
        services, teams = Service.objects.allowed(actor, to), Team.objects.allowed(actor, to)
        running = Q(ends_on=None) | Q(ends_on__gte=on)
        services = services.filter(running | Q(memberships=of) if of else running)
        teams = teams.filter(running | Q(memberships=of) if of else running).select_related("service")
        self.fields["services"].queryset = services.order_by(by_name(), "pk").distinct()
        self.fields["teams"].queryset = teams.order_by(by_name("service__name"), by_name(), "pk").distinct()
        if not self.fields["teams"].queryset:
            del self.fields["teams"]
        self.was_reading = bool(of and of.reads_house)
        if not actor.may(Permission.HOUSE_RUN):
            del self.fields["reads_house"]

    def post(self) -> Post:
        """Return what was chosen."""
        said = self.cleaned_data
        return Post(
            role=said["role"],
            services=tuple(said["services"]),
            teams=tuple(said.get("teams", ())),
            valid_from=said["valid_from"],
            valid_to=said["valid_to"],
            reads_house=said.get("reads_house", self.was_reading),
        )


class Invite(PostForm):
    """Whom to invite, and as what."""

    id = forms.UUIDField(widget=NewId)
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("A letter with a link goes there."),
        error_messages={"invalid": _("Write an e-mail such as jana@example.org.")},
    )
    name = forms.CharField(
        label=_("Working name"),
        max_length=80,
        help_text=_("What colleagues call them. They can put it right when they accept."),
        error_messages={"max_length": _("A working name has at most 80 characters.")},
    )
    field_order = ["id", "email", "name"]


class Change(PostForm):
    """What a colleague works as from now on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
