"""What happened, notes, and how a party stands."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.consents.models import KINDS
from spojka.files.fields import KeptFileField
from spojka.ui.fields import DayField, SoughtField
from spojka.ui.widgets import ChipRadio, NewId, Segment, Select

from ..beside import SOURCES
from ..content import Said, Standing
from ..models import Degree, Party, Risk
from .file import TYPED, line, words

PRIVATE = "private"


class OfServices(forms.Form):
    """A form that is written for one of one's services."""

    service = forms.ChoiceField(label=_("For which service"), widget=Select(attrs={"class": "form-select"}))

    def __init__(self, data: Any = None, *, services: Sequence[Any], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.services = {str(one.pk): one for one in services}
        self.fields["service"].choices = [(key, one.name) for key, one in self.services.items()]
        if len(self.services) <= 1:
            self.fields["service"].widget = forms.HiddenInput()
            self.fields["service"].initial = next(iter(self.services), "")

    @property
    def for_service(self) -> Any:
        return self.services[self.cleaned_data["service"]]


class AboutParty(forms.Form):
    """A form about one party."""

    about = forms.ChoiceField(
        label=_("About whom"), widget=ChipRadio(first=6), error_messages={"required": _("Choose about whom it is.")}
    )

    def __init__(self, data: Any = None, *, parties: Sequence[Party], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.parties = {str(one.pk): one for one in parties if not one.left_on}
        self.fields["about"].choices = [(key, one.called) for key, one in self.parties.items()]
        if len(self.parties) == 1:
            self.fields["about"].initial = next(iter(self.parties))

    @property
    def chosen(self) -> Party:
        return self.parties[self.cleaned_data["about"]]


class OfParties(AboutParty, OfServices):
    """A form about one party that is written for one of one's services."""


class Write(OfParties):
    """What happened: shared by its kind, or a note that stays in the service."""

    id = forms.UUIDField(widget=NewId)
    text = words(_("What happened"), _("Write what happened."), rows=3, most=5000)
    kind = forms.ChoiceField(
        label=_("What it tells"),
        choices=[*((str(int(kind)), KIND_NAMES[kind]) for kind in KINDS), (PRIVATE, _("only for us"))],
        help_text=_("Those in the case who may know this of them read it. What is only for us never leaves."),
        widget=ChipRadio(first=6),
        error_messages={"required": _("Choose what it tells, so that it is clear who reads it.")},
    )
    on = DayField(label=_("On the day"), required=False)

    @property
    def is_private(self) -> bool:
        return self.cleaned_data["kind"] == PRIVATE

    def said(self, now: datetime) -> Said:
        """What actions.write wants: now, or noon of an earlier day."""
        kind = Kind(0) if self.is_private else Kind(int(self.cleaned_data["kind"]))
        return Said(kind=kind, text=self.cleaned_data["text"], at=moment(self.cleaned_data["on"], now))


class AddFile(OfParties):
    """A letter, a report, a picture of a paper."""

    id = forms.UUIDField(widget=NewId)
    file = KeptFileField(_("Choose the file."), label=_("File"))
    text = line(_("What it is"), _("Write what it is."), _("As it will be looked for: letter of the school, report."))
    kind = forms.ChoiceField(
        label=_("What it tells"),
        choices=[(str(int(kind)), KIND_NAMES[kind]) for kind in KINDS],
        widget=ChipRadio(first=6),
        error_messages={"required": _("Choose what it tells, so that it is clear who reads it.")},
    )
    on = DayField(label=_("Of the day"), required=False)

    def said(self, now: datetime) -> Said:
        """What actions.add wants."""
        typed = self.cleaned_data
        return Said(kind=Kind(int(typed["kind"])), text=typed["text"], at=moment(typed["on"], now))


class RemoveFile(forms.Form):
    """A file is erased."""

    why = line(_("Why"), _("Write why it is erased."), most=200)


def moment(on: date | None, now: datetime) -> datetime:
    """Return when something happened: now, or noon of another day."""
    if on is None or on == timezone.localdate(now):
        return now
    return timezone.make_aware(datetime.combine(on, time(12)))


class Void(forms.Form):
    """It does not hold."""

    why = line(_("Why it does not hold"), _("Write in a few words why."), most=300)


def _degree(choices: Any, label: Any) -> forms.TypedChoiceField:
    none = [("", pgettext_lazy("a degree", "we don't know"))]
    return forms.TypedChoiceField(
        required=False, choices=[*none, *choices.choices], label=label, coerce=int, empty_value=None, widget=Segment
    )


class Appraise(OfParties):
    """How a party stands."""

    id = forms.UUIDField(widget=NewId)
    accepts = _degree(Degree, _("Willing to accept help from outside"))
    believes = _degree(Degree, _("Believes that it can change"))
    risk = _degree(Risk, _("Risk for the child"))
    reasons = words(_("Why we think so"), _("Write why."), rows=3)

    def __init__(self, data: Any = None, **kwargs: Any):
        super().__init__(data, **kwargs)
        if not any(one.is_child for one in self.parties.values()):
            del self.fields["risk"]

    @property
    def standing(self) -> Standing:
        typed = self.cleaned_data
        degrees = {name: typed.get(name) for name in ("accepts", "believes", "risk")}
        return Standing(**degrees, reasons=typed["reasons"])


class Look(forms.Form):
    """What of the timeline is shown."""

    what = forms.ChoiceField(required=False, label=_("What"), widget=Select(attrs={"class": "form-select"}))
    about = forms.ChoiceField(required=False, label=_("About whom"), widget=Select(attrs={"class": "form-select"}))
    text = SoughtField(required=False, max_length=80, label=_("Words"), widget=forms.TextInput(TYPED))

    def __init__(self, data: Any = None, *, parties: Sequence[Party], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.fields["what"].choices = [("", _("everything")), *((key, one.name) for key, one in SOURCES.items())]
        self.fields["about"].choices = [("", _("everybody")), *((str(one.pk), one.called) for one in parties)]
