"""A look at the plan, or a meeting over it with its minutes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.cases.forms.entries import OfServices
from spojka.cases.forms.file import line, words
from spojka.cases.models import Participant, Party
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from ..content import ROLES, Minutes, Promise, Role
from ..models import ATTAINMENT, Gathering
from ..outcomes import signed
from ..reading import Seen

NOT_LOOKED_AT = [("", pgettext_lazy("a goal", "not looked at"))]
IN_WORDS = [("", _("not said, or in words"))]
ROWS, SHOWN = 8, 3  # of what was agreed; the others are folded
SELECT = {"class": "form-select"}
LABELS = {"organiser": _("Who called it"), "facilitator": _("Who led it"), "writer": _("Who writes")}


class ReviewForm(OfServices):
    """A review: for each goal a level and a few words; of a meeting who was there and what was agreed."""

    id = forms.UUIDField(widget=NewId)
    kind = forms.ChoiceField(
        choices=Gathering.choices,
        initial=Gathering.REVIEW,
        label=_("What it was"),
        widget=ChipRadio(),
        required=False,
    )
    on = DayField(label=_("On the day"), initial=timezone.localdate)
    purpose = words(_("Purpose"), hint=_("What it was for, as the family was told."), rows=2, most=600)
    told = line(
        _("How the family was told of it beforehand"), hint=_("Who told them, when, how; and the child?"), most=300
    )
    present = forms.MultipleChoiceField(required=False, label=_("From the case and its team"), widget=ChipCheckboxes())
    others = words(_("Who else was there"), hint=_("One on each line."), rows=2, most=1000)
    steps = forms.MultipleChoiceField(
        required=False,
        label=_("What of the plan was agreed or confirmed"),
        widget=ChipCheckboxes(),
    )
    words = words(_("What came of it"), hint=_("Short: what was decided and why, not who said what."), rows=3)
    next_on = DayField(
        label=_("Next meeting"), required=False, help_text=_("Leave it empty for “by individual agreement”.")
    )

    def __init__(
        self,
        data: Any = None,
        *,
        goals: Sequence[Seen],
        people: Sequence[Party] = (),
        team: Sequence[Participant] = (),
        **kwargs: Any,
    ):
        super().__init__(data, **kwargs)
        self.goals = [one.part for one in goals]
        named = [(f"party:{one.pk}", one.called) for one in people] + [(f"side:{one.pk}", str(one)) for one in team]
        self.fields["present"].choices = named
        for name in ROLES:
            self.fields[name] = forms.ChoiceField(
                required=False, label=LABELS[name], choices=[*IN_WORDS, *named], widget=Select(attrs=SELECT)
            )
            self.fields[f"{name}_words"] = line(_("In words"), most=120)
        steps = [step.part for goal in goals for step in goal.steps if not step.is_settled]
        self.fields["steps"].choices = [(str(one.key), _step(one)) for one in steps]
        self._add_goals()
        self._add_rows()
        for field in self.fields.values():
            field.needed = True  # all but the day may be left empty, so it is not said at each

    def _add_goals(self) -> None:
        levels = [*NOT_LOOKED_AT, *((str(level), f"{signed(level)} {said}") for level, said in ATTAINMENT.items())]
        for goal in self.goals:
            self.fields[f"level-{goal.key}"] = forms.ChoiceField(
                required=False, choices=levels, label=goal.title, widget=Select(attrs=SELECT)
            )
            self.fields[f"words-{goal.key}"] = line(_("By what we know it"), most=300)

    def _add_rows(self) -> None:
        for number in range(ROWS):
            self.fields[f"what-{number}"] = line(_("What"), most=300)
            self.fields[f"who-{number}"] = line(_("Who does it"))
            self.fields[f"by-{number}"] = DayField(label=_("By when"), required=False)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Gathering.REVIEW

    def clean(self) -> dict[str, Any]:
        """Words need what they are about: how far a goal is, what somebody does or by when."""
        typed = super().clean() or {}
        for goal in self.goals:
            if typed.get(f"words-{goal.key}") and not typed.get(f"level-{goal.key}"):
                self.add_error(f"level-{goal.key}", _("Choose how far the goal is, or leave the words out."))
        for number in range(ROWS):
            if (typed.get(f"who-{number}") or typed.get(f"by-{number}")) and not typed.get(f"what-{number}"):
                self.add_error(f"what-{number}", _("Write what it is."))
        return typed

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The goals, each with its two fields."""
        return [(goal, self[f"level-{goal.key}"], self[f"words-{goal.key}"]) for goal in self.goals]

    @property
    def lines(self) -> list[list[Any]]:
        """The rows of what was agreed."""
        return [[self[f"{name}-{number}"] for name in ("what", "who", "by")] for number in range(ROWS)]

    @property
    def more_lines(self) -> bool:
        """Test whether anything stands in the rows that are folded."""
        return any(one.value() for line in self.lines[SHOWN:] for one in line)

    @property
    def roles(self) -> list[tuple[Any, Any]]:
        return [(self[name], self[f"{name}_words"]) for name in ROLES]

    @property
    def levels(self) -> dict[UUID, tuple[int, str]]:
        """What actions.review wants."""
        typed = self.cleaned_data
        return {
            goal.key: (int(typed[f"level-{goal.key}"]), typed[f"words-{goal.key}"])
            for goal in self.goals
            if typed.get(f"level-{goal.key}")
        }

    @property
    def minutes(self) -> Minutes:
        """What the minutes say."""
        typed = self.cleaned_data
        agreed = [
            Promise(what=typed[f"what-{number}"], who=typed[f"who-{number}"], by=typed[f"by-{number}"])
            for number in range(ROWS)
            if typed[f"what-{number}"]
        ]
        roles = {name: Role(key=typed[name], words=typed[f"{name}_words"]) for name in ROLES}
        said = {name: typed[name] for name in ("kind", "purpose", "told", "others", "next_on")}
        lists = {name: tuple(typed[name]) for name in ("present", "steps")}
        return Minutes(**said, **lists, **roles, agreed=tuple(agreed))


def _step(part: Any) -> str:
    return ", ".join(one for one in (part.title, part.owner) if one)
