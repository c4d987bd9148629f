"""A statement, one that clarifies it, what is said to it, and which ones are looked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.base.ids import new_id
from spojka.cases.forms.entries import OfParties, OfServices, moment
from spojka.cases.forms.file import line, words
from spojka.cases.models import Participant, Party
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.consents.models import KINDS
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Segment, Select

from ..content import Answered, Said, Stated, Voice
from ..models import Heard, Statement, What

SOMEBODY = "somebody"
MOST = 5000
HEARD = [one for one in Heard.choices if one[0] != Heard.LOOK]  # by a worker


class Voiced(forms.Form):
    """A form that says whose words they are."""

    def with_voice(self, voices: Sequence[Participant], ours: Any) -> None:
        """Offer the own service, the team, and somebody who is not in it."""
        self.voices = {str(one.pk): one for one in voices}
        people = [(key, _voice(one)) for key, one in self.voices.items()]
        self.fields["voice"].choices = [("", ours), *people, (SOMEBODY, _("somebody else"))]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("voice") == SOMEBODY and not typed.get("who"):
            self.add_error("who", _("Write whose words it is."))
        if not typed.get("voice") and typed.get("who"):
            self.add_error("voice", _("Choose from where they are. Of your own service leave the name out."))
        return typed

    @property
    def heard_from(self) -> Voice:
        """Whose words it is."""
        participant = self.voices.get(self.cleaned_data["voice"])
        return Voice(participant=participant, who=self.cleaned_data["who"])


def _voice(one: Participant) -> str:
    return ", ".join(part for part in (str(one), one.called) if part)


class VoiceField(forms.ChoiceField):
    """Who says it. It is always said: nothing chosen is the own service."""

    def validate(self, value: str) -> None:
        if value:
            super().validate(value)


def _from_whom() -> VoiceField:
    return VoiceField(label=_("Who says it"), widget=Select(attrs={"class": "form-select"}))


def _source(lists: Catalogue) -> CodeField:
    said = {"error_messages": {"required": _("Choose how it is known.")}, "widget": ChipRadio(first=6)}
    return CodeField("statement_source", lists, label=_("How they know it"), **said)


class Write(OfParties, Voiced):
    """A statement."""

    id = forms.UUIDField(widget=NewId)
    text = words(_("What is said"), _("Write what is said, in the words in which it was said."), rows=3, most=MOST)
    kind = forms.ChoiceField(
        label=_("What it tells"),
        help_text=_("Those who may know this of them read it and may ask. The client may read it in their own look."),
        widget=ChipRadio(first=6),
        error_messages={"required": _("Choose what it tells, so that it is clear who reads it.")},
    )
    voice = _from_whom()
    who = line(_("Who exactly"), hint=_("Name or work; it lies sealed."), most=160)
    on = DayField(label=_("On the day"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        known: dict[UUID, Kind],
        voices: Sequence[Participant],
        lists: Catalogue,
        **more: Any,
    ):
        more["parties"] = [one for one in more["parties"] if known.get(one.pk)]
        super().__init__(data, **more)
        offered = [kind for kind in KINDS if any(kind & kinds for kinds in known.values())]
        self.fields["kind"].choices = [(str(int(kind)), KIND_NAMES[kind]) for kind in offered]
        self.fields["source"] = _source(lists)
        self.with_voice(voices, _("we ourselves"))

    def stated(self, now: datetime) -> Stated:
        """What actions.write wants."""
        typed = self.cleaned_data
        said = {"text": typed["text"], "source": typed["source"], "at": moment(typed["on"], now)}
        return Stated(**said, voice=self.heard_from, kind=Kind(int(typed["kind"])))


class Clarify(Voiced):
    """The statement that stands instead of another one."""

    id = forms.UUIDField(widget=NewId)
    text = words(_("What holds instead"), _("Write what holds instead."), rows=3, most=MOST)
    voice = _from_whom()
    who = line(_("Who exactly"), hint=_("Name or work; it lies sealed."), most=160)
    on = DayField(label=_("On the day"), required=False)

    def __init__(
        self, data: Any = None, *, old: Statement, voices: Sequence[Participant], lists: Catalogue, **more: Any
    ):
        outside = SOMEBODY if old.who and not old.said_by_id else ""
        said = {"voice": str(old.said_by_id or outside), "who": old.who, "source": old.source}
        super().__init__(data, initial=said, **more)
        self.fields["source"] = _source(lists)
        self.fields["source"].keep(old.source)
        self.with_voice(voices, _("we ourselves"))

    def said(self, now: datetime) -> Said:
        """What actions.clarify wants."""
        typed = self.cleaned_data
        return Said(text=typed["text"], source=typed["source"], at=moment(typed["on"], now), voice=self.heard_from)


class Reply(OfServices, Voiced):
    """What is said to a statement."""

    id = forms.UUIDField(widget=NewId)
    what = forms.ChoiceField(
        choices=[
            (What.QUESTION, _("we ask")),
            (What.VIEW, _("the client sees it so")),
            (What.ANSWER, _("we answer")),
            (What.AGREED, _("we agree")),
        ],
        label=_("To the statement"),
        widget=ChipRadio(first=4),
        error_messages={"required": _("Choose what you say to it.")},
    )
    text = words(_("In words"), rows=3, most=MOST)
    whose = forms.ChoiceField(required=False, label=_("Whose view"), widget=ChipRadio(first=6))
    heard = forms.ChoiceField(
        required=False, choices=HEARD, initial=Heard.PERSON, label=_("How you heard it"), widget=Segment
    )
    voice = _from_whom()
    who = line(_("Who exactly"), hint=_("Name or work; it lies sealed."), most=160)

    def __init__(
        self, data: Any = None, *, about: Party, parties: Sequence[Party], voices: Sequence[Participant], **more: Any
    ):
        super().__init__(data, **more)
        self.people = {str(one.pk): one for one in (about, *(one for one in parties if one.pk != about.pk))}
        self.fields["whose"].choices = [(key, one.called) for key, one in self.people.items()]
        self.fields["whose"].initial = str(about.pk)
        self.with_voice(voices, _("we ourselves"))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("what") and typed["what"] != What.AGREED and not typed.get("text"):
            self.add_error("text", _("Write it in words."))
        if typed.get("what") == What.VIEW and not (typed.get("whose") and typed.get("heard")):
            self.add_error("whose", _("Choose whose view it is and how you heard it."))
        return typed

    def answered(self, now: datetime) -> Answered:
        """What actions.reply wants; whose view and whose answer it is matter where it is one."""
        typed = self.cleaned_data
        more: dict[str, Any] = {}
        if typed["what"] == What.VIEW:
            more = {"whose": self.people[typed["whose"]], "heard": typed["heard"]}
        if typed["what"] == What.ANSWER:
            more = {"voice": self.heard_from}
        return Answered(what=typed["what"], text=typed["text"], at=now, **more)


class See(forms.Form):
    """How the client sees it, from their own look. Its id comes with the page, so that it needs no script."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = words(
        _("How you see it"), _("Write how you see it."), hint=_("Those who read the statement read it."), most=2000
    )


class Void(forms.Form):
    """It is taken back."""

    why = line(_("Why it does not hold"), _("Write in a few words why."), most=300)


class Look(forms.Form):
    """Which statements are shown."""

    about = forms.ChoiceField(required=False, label=_("About whom"), widget=Select(attrs={"class": "form-select"}))
    waits = forms.BooleanField(required=False, label=_("waits for an answer"))

    def __init__(self, data: Any = None, *, parties: Sequence[Party], **more: Any):
        super().__init__(data, **more)
        self.fields["about"].choices = [("", _("everybody")), *((str(one.pk), one.called) for one in parties)]
