"""Who is kept apart from a client, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.network.models import Membership, Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Select

from .actions import KeptOut

TYPED = {"autocomplete": "off", "spellcheck": "false"}


class PutUp(forms.Form):
    """Keep somebody apart."""

    id = forms.UUIDField(widget=NewId)
    whom = forms.ChoiceField(
        label=_("Who must not see anything"),
        help_text=_("A colleague, or all who work for another service of the house."),
        widget=Select(attrs={"class": "form-select"}),
        error_messages={"required": _("Choose who must not see anything.")},
    )
    why = forms.CharField(
        max_length=1000,
        label=_("Why"),
        help_text=_("Heads alone read it, and it lies sealed."),
        widget=forms.Textarea({"rows": 3} | TYPED),
        error_messages={"required": _("Write why.")},
    )
    ends_on = DayField(required=False, label=_("Until the day"), help_text=_("Empty: until somebody ends it."))

    def __init__(self, data: Any = None, *, people: Sequence[Membership], centres: Sequence[Service], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.known = {str(one.pk): one for one in [*people, *centres]}
        named = [(str(one.pk), one.user.name) for one in people]
        groups = [(_("colleagues"), named), (_("services"), [(str(one.pk), one.name) for one in centres])]
        self.fields["whom"].choices = [("", _("choose")), *(group for group in groups if group[1])]

    @property
    def said(self) -> KeptOut:
        """What actions.put_up wants."""
        typed = self.cleaned_data
        return KeptOut(whom=self.known[typed["whom"]], why=typed["why"], ends_on=typed["ends_on"])


class TakeDown(forms.Form):
    """It ends."""

    why = forms.CharField(
        max_length=300,
        label=_("Why it ends"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write in a few words why.")},
    )


class Hide(forms.Form):
    """The address becomes secret."""

    id = forms.UUIDField(widget=NewId)
    why = forms.CharField(
        max_length=1000,
        label=_("Why the address is secret"),
        help_text=_("Key workers and heads read it, and it lies sealed. No address, please."),
        widget=forms.Textarea({"rows": 3} | TYPED),
        error_messages={"required": _("Write why.")},
    )


class Show(forms.Form):
    """It is secret no more."""

    why = forms.CharField(
        max_length=300,
        label=_("Why it is secret no more"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write in a few words why.")},
    )
