"""Lines of minutes, answers to what was asked, what people say of the minutes."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.base.ids import new_id
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId

from ..content import Words
from ..hearing import heard
from ..models import MATTERS, LineKind, Outcome, ReplyWord

LONGEST = 4000
MOST_PLACES = 10  # of one line
MINUTE = "%Y-%m-%dT%H:%M"  # as a browser sends a moment


def _text(label: Any, rows: int = 3, required: bool = True) -> forms.CharField:
    said = {"required": _("Write it in words.")}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=LONGEST, label=label, widget=widget, required=required, error_messages=said)


class Apart(forms.Form):
    """A form beside others on one page: its controls have ids of their own."""

    id = forms.UUIDField(widget=NewId)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}_%s"} | kwargs)


class Line(Apart):
    """One wording of a line, as the page or the plain form below it sends it."""

    line = forms.UUIDField(required=False, widget=forms.HiddenInput)
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)
    replaces = forms.IntegerField(required=False, min_value=0, max_value=32000, widget=forms.HiddenInput)
    grows = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=LineKind.choices, label=_("What it is"), initial=LineKind.STATEMENT)
    text = _text(_("What was said"), 2, required=False)
    speaker = forms.CharField(required=False, max_length=80, label=_("Who says it"))
    who = forms.CharField(required=False, max_length=80, label=_("Who does or answers it"))
    due_on = DayField(
        required=False, label=_("By which day"), help_text=_("Empty: as the words say, or by the next meeting.")
    )
    happens_at = forms.DateTimeField(
        required=False,
        label=_("When it is"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, MINUTE),
        help_text=_("Of what is announced. Empty: as the words say."),
    )
    places = forms.CharField(
        required=False, max_length=600, label=_("Places"), help_text=_("Between two of them a semicolon.")
    )
    heard = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    is_out = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_places(self) -> tuple[str, ...]:
        said = self.cleaned_data["places"].replace("\n", ";").split(";")
        return tuple(dict.fromkeys(" ".join(one.split()) for one in said if one.strip()))[:MOST_PLACES]

    def words(self, said_on: date) -> Words:
        """Return what was typed. A time that its writer left as the page had heard it is heard anew in the words."""
        said = self.cleaned_data
        same = ("after", "grows", "kind", "text", "speaker", "who", "places", "is_out")
        of_time = {"due_on": said["due_on"], "happens_at": said["happens_at"]}
        name = "due_on" if said["kind"] in MATTERS else "happens_at"
        if self._typed(name) == said["heard"]:
            of_time[name] = self.fields[name].clean(heard(said["kind"], said["text"], said_on))
        times = of_time if said["kind"] in (*MATTERS, LineKind.NOTICE) else {}
        words = {one: said[one] for one in same} | times
        return Words(line=said["line"] or new_id(), replaces=said["replaces"] or 0, **words)

    def _typed(self, name: str) -> str:
        said = self.cleaned_data[name]
        if isinstance(said, datetime):
            return timezone.localtime(said).strftime(MINUTE)
        return said.isoformat() if said else ""


class MatterForm(forms.Form):
    """What came of a task, the answer to a question, or a word on how it goes on."""

    id = forms.UUIDField(widget=NewId)
    outcome = forms.ChoiceField(choices=Outcome.choices, label=_("How it stands"), widget=ChipRadio(), initial="done")
    text = _text(_("What came of it, or the answer"), 2)
    due_on = DayField(
        required=False,
        label=_("New term, if it goes on"),
        help_text=_("Empty: as the words say, or as it was; a term that has passed is by the next meeting then."),
    )
    said_in = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def term(self, said_on: date) -> date | None:
        """Return the new term of what goes on: the one that was chosen, or what the words say."""
        said = self.cleaned_data
        found = said["due_on"] or self.fields["due_on"].clean(heard(LineKind.TASK, said["text"], said_on))
        return found if said["outcome"] == Outcome.GOING else None


class ReplyForm(Apart):
    """What somebody says of the minutes."""

    word = forms.ChoiceField(
        choices=[
            (ReplyWord.CONFIRM, pgettext_lazy("of minutes", "It was so")),
            (ReplyWord.CORRECT, pgettext_lazy("of minutes", "Something was otherwise")),
        ],
        label=_("What you say of the minutes"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose one of both.")},
    )
    text = _text(_("What was otherwise"), 2, required=False)


class Amend(Apart):
    """An amendment of locked minutes."""

    text = _text(_("Amendment"), 2)


class Point(Apart):
    """A point of the agenda."""

    text = forms.CharField(
        max_length=300, label=_("A point of the agenda"), error_messages={"required": _("Write it in words.")}
    )
