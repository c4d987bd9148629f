"""The form of what is told without consent."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import KIND_NAMES
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment

from ..actions.openings import Telling
from ..content import kinds_of
from ..models import KINDS, OpeningBasis, Told
from ..naming import Institute
from .recipients import TYPED, Institution


def _words(label: Any, wrong: Any = None, **said: Any) -> forms.CharField:
    errors = {"required": wrong} if wrong else {}
    usual = {"max_length": 1000, "widget": forms.Textarea({"rows": 2} | TYPED), "error_messages": errors}
    return forms.CharField(label=label, **usual | said)


class Open(forms.Form):
    """Something is told without the client's consent."""

    id = forms.UUIDField(widget=NewId)
    basis = forms.ChoiceField(
        choices=OpeningBasis,
        label=_("Ground"),
        widget=Segment,
        error_messages={"required": _("Choose on what ground.")},
    )
    ground = forms.CharField(
        max_length=200,
        label=_("Which law, or which danger"),
        help_text=_("For instance: § 10 (4) of Act 359/1999, notice to child protection."),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write which law or which danger.")},
    )
    reason = _words(_("Why just this and just to them"), _("Write why just this and just to them."))
    kinds = forms.MultipleChoiceField(
        choices=[(str(int(kind)), KIND_NAMES[kind]) for kind in KINDS],
        label=_("What is told"),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Tick at least one kind of information.")},
    )
    ends_on = DayField(label=_("Until the day"))
    told = forms.ChoiceField(
        choices=Told,
        label=_("Does the client know?"),
        widget=ChipRadio(),
        error_messages={"required": _("Say whether the client knows.")},
    )
    told_on = DayField(required=False, label=_("Told on the day"))
    told_how = forms.CharField(
        required=False, max_length=200, label=_("By whom and how"), widget=forms.TextInput(TYPED)
    )
    untold_why = _words(_("Whom telling would endanger and how"), required=False)

    def __init__(self, data: Any = None, *, offered: Mapping[str, Institute], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.to = Institution(data, prefix="to-0", offered=offered)
        del self.to.fields["kinds"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.to.is_valid():
            self.add_error(None, _("Look at the rows that are marked."))
        elif self.to.whom is None:
            self.to.add_error("to", _("Choose the institution, or write which one it is."))
            self.add_error(None, _("Choose the institution, or write which one it is."))
        return said

    @property
    def telling(self) -> Telling:
        """What actions.openings.record wants."""
        typed = self.cleaned_data
        names = ("basis", "ground", "reason", "ends_on", "told", "told_on", "told_how", "untold_why")
        assert self.to.whom is not None
        return Telling(**{name: typed[name] for name in names}, kinds=kinds_of(typed["kinds"]), whom=self.to.whom)


class Approve(forms.Form):
    """A head looked at it."""

    words = forms.CharField(
        required=False, max_length=300, label=_("What you say of it"), widget=forms.TextInput(TYPED)
    )


class Stop(forms.Form):
    """Nothing is told any more."""

    why = forms.CharField(
        max_length=300,
        label=_("Why it ends"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write in a few words why.")},
    )


class TellNow(forms.Form):
    """The client was told afterwards."""

    on = DayField(label=_("Told on the day"))
    how = forms.CharField(
        max_length=200,
        label=_("By whom and how"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write by whom and how they were told.")},
    )
