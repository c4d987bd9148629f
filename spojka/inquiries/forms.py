"""What is asked of another organisation, and what they answer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import KIND_NAMES
from spojka.consents.content import kinds_of
from spojka.consents.models import KINDS, Opening
from spojka.network.models import Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment, Select
from spojka.ui.words import day

from .content import Ground, Question, Reply, told_kinds
from .models import AnswerGround, AnswerKind, Wanted

TYPED = {"autocomplete": "off", "spellcheck": "false"}


def _words(label: Any, wrong: Any, hint: Any = "", **said: Any) -> forms.CharField:
    usual = {"max_length": 2000, "widget": forms.Textarea({"rows": 3} | TYPED), "error_messages": {"required": wrong}}
    return forms.CharField(label=label, help_text=hint, **usual | said)


def _by(ground: Ground) -> str:
    """Return by what they may know of the client, so that two of one institution are told apart."""
    if isinstance(ground, Opening):
        return _("without consent, %(day)s") % {"day": day(ground.recorded_at, True)}
    return _("consent %(number)s") % {"number": ground.consent}


class Ask(forms.Form):
    """A question or a wish, to whom a ground names."""

    id = forms.UUIDField(widget=NewId)
    ground = forms.ChoiceField(
        label=_("Whom you ask"),
        help_text=_("Those who may know of the client now, and what they may be told."),
        widget=Select(attrs={"class": "form-select"}),
        error_messages={"required": _("Choose whom you ask.")},
    )
    wants = forms.ChoiceField(choices=Wanted, initial=Wanted.INFORMATION, label=_("You want"), widget=Segment)
    what = _words(
        _("What exactly"),
        _("Write what exactly you want."),
        _("One thing they can answer: since when, whether, how it ended; or who should do what."),
    )
    why = _words(_("What you need it for"), _("Write what you need it for."))
    kinds = forms.MultipleChoiceField(
        choices=[(str(int(kind)), KIND_NAMES[kind]) for kind in KINDS],
        label=_("What your words tell of the client"),
        help_text=_("Only what they may be told."),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Tick what of the client your words tell.")},
    )
    due_on = DayField(label=_("Answer by the day"))

    def __init__(self, data: Any = None, *, grounds: Sequence[Ground], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.grounds = {str(one.pk): one for one in grounds}
        named = [(key, f"{one} · {_by(one)}") for key, one in self.grounds.items()]
        self.fields["ground"].choices = named if len(named) == 1 else [("", _("choose")), *named]

    @property
    def told(self) -> list[tuple[Ground, str, str]]:
        """Whom one may ask, why they may know of the client, and what they may be told."""
        return [(one, _by(one), told_kinds(one)) for one in self.grounds.values()]

    @property
    def chosen(self) -> Ground:
        return self.grounds[self.cleaned_data["ground"]]

    @property
    def question(self) -> Question:
        """What actions.ask wants."""
        typed = self.cleaned_data
        said = {name: typed[name] for name in ("wants", "what", "why", "due_on")}
        return Question(**said, kinds=kinds_of(typed["kinds"]))


class Answer(forms.Form):
    """What is answered, for which of one's services."""

    id = forms.UUIDField(widget=NewId)
    service = forms.ChoiceField(label=_("For which service"), widget=Select(attrs={"class": "form-select"}))
    kind = forms.ChoiceField(
        choices=AnswerKind,
        label=_("You answer"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how you answer.")},
    )
    words = _words(
        _("Your answer"),
        _("Write what you answer, or why you can't."),
        _("If you can't, you need not say whether you know the client."),
    )
    ground = forms.ChoiceField(
        required=False,
        choices=AnswerGround,
        label=_("Why you may tell it"),
        help_text=_("Needed with information; also where you say of the client what was done."),
        widget=ChipRadio(),
    )
    ground_words = forms.CharField(
        required=False, max_length=200, label=_("Which law, or how the client agreed"), widget=forms.TextInput(TYPED)
    )

    def __init__(self, data: Any = None, *, services: Sequence[Service], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.services = {str(one.pk): one for one in services}
        self.fields["service"].choices = [(key, one.name) for key, one in self.services.items()]
        if len(self.services) == 1:
            self.fields["service"].widget = forms.HiddenInput()
            self.fields["service"].initial = next(iter(self.services))

    @property
    def chosen(self) -> Service:
        return self.services[self.cleaned_data["service"]]

    @property
    def reply(self) -> Reply:
        """What actions.answer wants."""
        return Reply(**{name: self.cleaned_data[name] for name in ("kind", "words", "ground", "ground_words")})


class Close(forms.Form):
    """What came of it."""

    result = _words(
        _("What came of it"),
        _("Write what came of it."),
        _("Who answered may read it as long as they may know of the client."),
    )


class Withdraw(forms.Form):
    """It is asked no more."""

    why = forms.CharField(
        max_length=300,
        label=_("Why you ask no more"),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write in a few words why.")},
    )
