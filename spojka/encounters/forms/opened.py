from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.network.models import Membership
from spojka.ui.widgets import NewId

from ..times import put_right
from .fields import InstantField


class Opened(forms.Form):
    """A form that knows for whom its page was made: somebody else may have signed in on another tab since.

    It then comes back once, with all that was typed, and asks; the next saving is the present worker's.
    """

    opened_by = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput(attrs={"data-ask": ""}))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["opened_by"].initial = actor.id

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        opened_by = said.pop("opened_by", "")
        if opened_by and opened_by != self.actor.id:
            self.data = self.data.copy()
            self.data[self.add_prefix("opened_by")] = self.actor.id
            self.add_error(None, self._question(opened_by))
        return said

    def _question(self, opened_by: str) -> str:
        now = self.actor.user.name if self.actor.user else self.actor.role_name
        colleagues = Membership.objects.allowed(self.actor, Permission.ENCOUNTER_RECORD).select_related("user")
        found = next((str(one) for one in colleagues.order_by("pk") if str(one.pk) == opened_by), "")
        names = {"then": found or _("somebody else"), "now": now}
        return (
            _(
                "This page was opened by %(then)s, but now %(now)s is signed in here. Nothing was saved yet. "
                "Save once more to save it as %(now)s, or let %(then)s sign in first on another tab."
            )
            % names
        )


class FromPhone(Opened):
    """A form of the field: its id is made in the phone, which says by its own clock when it was filled in."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now

    @property
    def arguments(self) -> dict[str, Any]:
        """What the action wants; the phone's time is put right by as much as its clock is off."""
        said = dict(self.cleaned_data)
        sent_at, phone_at = said.pop("sent_at"), said["phone_at"]
        return said | {"occurred_at": put_right(phone_at, sent_at, self.now) if phone_at else self.now}
