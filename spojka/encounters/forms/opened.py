from typing import Any

from django import forms
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.network.models import Membership


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
