"""How a step stands, what is done about a passed term, who agrees."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.cases.forms.entries import OfServices
from spojka.cases.forms.file import line, words
from spojka.cases.models import Participant, Party
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Segment

from ..content import Word
from ..models import AssentWay, AssentWord, TickState

ELSE = [("", pgettext_lazy("who agrees", "somebody else"))]


class TickForm(OfServices):
    """A step is done, a goal reached, dropped or open again."""

    id = forms.UUIDField(widget=NewId)
    state = forms.ChoiceField(
        choices=[(TickState.DONE, pgettext_lazy("a step", "done")), *TickState.choices[2:], *TickState.choices[:1]],
        label=_("How it stands"),
        widget=Segment,
        error_messages={"required": _("Choose how it stands.")},
    )
    on = DayField(label=_("On the day"), initial=timezone.localdate)
    words = words(_("More about it"), rows=2, most=1000)


class Act(OfServices):
    """Plan B is started."""

    id = forms.UUIDField(widget=NewId)
    passed = forms.DateField(widget=forms.HiddenInput)
    words = words(
        _("What was started"), _("Write what was started."), _("Who does what of plan B, since when."), 3, 1000
    )
    new_term = None


class Move(OfServices):
    """A new term."""

    id = forms.UUIDField(widget=NewId)
    passed = forms.DateField(widget=forms.HiddenInput)
    new_term = DayField(label=_("New term"))
    words = words(_("Why later"), _("Write why it is later."), _("What stood in the way, and what changes."), 3, 1000)


class AssentForm(OfServices):
    """What somebody says of a version."""

    id = forms.UUIDField(widget=NewId)
    whose = forms.ChoiceField(required=False, label=_("Who says it"), widget=ChipRadio(first=12))
    who = line(_("Who else"), hint=_("Only if it is somebody who is not offered above."))
    word = forms.ChoiceField(
        choices=AssentWord.choices,
        label=pgettext_lazy("of a plan", "What they say"),
        widget=ChipRadio(first=3),
        error_messages={"required": _("Choose what they say.")},
    )
    words = words(_("In their words"), hint=_("The reservation, or why they don't agree."), rows=2, most=1000)
    way = forms.ChoiceField(
        choices=AssentWay.choices,
        label=pgettext_lazy("of a plan", "How they say it"),
        widget=ChipRadio(first=3),
        error_messages={"required": _("Choose how they say it.")},
    )
    heard = line(_("Who heard it"), hint=_("Of a word that was spoken."))
    on = DayField(label=_("On the day"), initial=timezone.localdate)

    def __init__(self, data: Any = None, *, people: Sequence[Party], team: Sequence[Participant], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.people = {f"party:{one.pk}": one for one in people}
        self.team = {f"side:{one.pk}": one for one in team}
        named = [(key, str(one)) for key, one in (self.people | self.team).items()]
        self.fields["whose"].choices = [*named, *ELSE]

    @property
    def said(self) -> Word:
        """What actions.assent wants."""
        typed, whose = self.cleaned_data, self.cleaned_data.get("whose", "")
        plain = {name: typed[name] for name in ("way", "word", "on", "heard", "words")}
        who = "" if whose else typed["who"]
        return Word(**plain, party=self.people.get(whose), participant=self.team.get(whose), who=who)
