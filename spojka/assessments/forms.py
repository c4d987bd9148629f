"""The form of one section: its questions, what they don't want to answer, after which versions it is written."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField, CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment, Select

from .content import Somebody, asked, clean
from .models import Answers, Direction, Strength, TieGroup
from .questions import ALONE, REFUSED, Question, Section, Shape

TYPED = {"autocomplete": "off", "spellcheck": "false", "class": "form-control"}
MANY = 9  # so many chips stand at once
RICH = 999_999


class CrownsField(forms.Field):
    """Whole crowns as people type them: 12000, 12 000, 12.000 Kč."""

    widget = forms.TextInput(TYPED | {"inputmode": "numeric"})

    def to_python(self, value: Any) -> int | None:
        """Return the sum, or say how to write it."""
        text = re.sub(r"[\s.]|kč|,-+|,00", "", str(value or ""), flags=re.IGNORECASE)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and int(text[:9]) <= RICH):
            raise ValidationError(_("Write a whole sum in crowns, such as 12 000, or leave it empty."))
        return int(text)


class YearField(forms.Field):
    """A year of birth."""

    widget = forms.TextInput(TYPED | {"inputmode": "numeric", "maxlength": "4"})

    def __init__(self, latest: int, **kwargs: Any):
        super().__init__(**kwargs)
        self.latest = latest

    def to_python(self, value: Any) -> int | None:
        """Return the year, or say how to write it."""
        text = str(value or "").strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 1900 <= int(text[:5]) <= self.latest):
            raise ValidationError(_("Write the year with four figures, such as 1987."))
        return int(text)


class Part(forms.Form):
    """One section."""

    met: Any = None  # what somebody saved meanwhile, if it was refused for that
    id = forms.UUIDField(widget=NewId)
    after = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, section: Section, lists: Catalogue, stands: Answers, **kwargs: Any):
        super().__init__(data, **kwargs)
        self.section = section
        for question in section.questions:
            self.fields[question.name] = _field(question, lists, stands.get(question.name))
        some = [(one.name, one.text) for one in asked(section)]
        self.fields[REFUSED] = forms.MultipleChoiceField(
            choices=some, required=False, label=_("The client doesn't want to say"), widget=ChipCheckboxes()
        )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in said.get(REFUSED, ()):
            if said.get(name):
                self.add_error(name, _("Leave it empty, or say below that they don't want to answer no more."))
        for name in self.section.names:
            chosen = said.get(name)
            if isinstance(chosen, list) and len(chosen) > 1 and (alone := ALONE.intersection(chosen)):
                says = dict(self.fields[name].choices)[alone.pop()]
                self.add_error(name, _("“%(says)s” goes with nothing else. Leave only what holds.") % {"says": says})
        try:
            said["after"] = tuple(UUID(one) for one in str(said.get("after") or "").split())
        except ValueError:
            said["after"] = ()
        return said

    @property
    def asks(self) -> list[Any]:
        """The fields of the questions, in order."""
        return [self[name] for name in self.section.names]

    @property
    def answers(self) -> Answers:
        return clean({name: self.cleaned_data.get(name) for name in (*self.section.names, REFUSED)})


def _field(question: Question, lists: Catalogue, stands: Any) -> forms.Field:
    usual = {"required": False, "label": question.text, "help_text": question.hint}
    if question.shape in (Shape.CODE, Shape.CODES):
        field = _codes(question, lists, stands, usual)
    elif question.shape == Shape.CROWNS:
        field = CrownsField(**usual)
    elif question.shape == Shape.YEAR:
        field = YearField(lists.on.year, **usual)
    else:
        is_line = question.shape == Shape.LINE
        widget = forms.TextInput(TYPED) if is_line else forms.Textarea(TYPED | {"rows": 3, "spellcheck": "true"})
        field = forms.CharField(max_length=300 if is_line else 5000, widget=widget, **usual)
    field.needed = True  # everything may be left empty, so it is not said at each
    return field


def _codes(question: Question, lists: Catalogue, stands: Any, usual: dict[str, Any]) -> forms.Field:
    """Return a choice that also takes what was chosen before and is no longer offered."""
    if question.shape == Shape.CODES:
        field: Any = CodesField(question.list, lists, widget=ChipCheckboxes(first=MANY), **usual)
    else:
        field = CodeField(question.list, lists, widget=Select(attrs={"class": "form-select"}), **usual)
        field.choices = [("", _("not filled in")), *lists.pairs(question.list)]
    field.keep(*(stands if isinstance(stands, list) else [stands]))
    return field


class Tie(forms.Form):
    """Somebody around a client."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(
        max_length=60,
        label=_("Who"),
        help_text=_("As the client calls them: sister, Petr from the workshop, Dr. Malá."),
        widget=forms.TextInput(TYPED),
        error_messages={"required": _("Write who it is.")},
    )
    group = forms.ChoiceField(
        choices=TieGroup,
        label=_("Where they belong"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose where they belong.")},
    )
    strength = forms.ChoiceField(choices=Strength, initial=Strength.MIDDLE, label=_("The tie is"), widget=Segment)
    direction = forms.ChoiceField(choices=Direction, initial=Direction.NONE, label=_("Help goes"), widget=ChipRadio())
    is_stressful = forms.BooleanField(required=False, label=_("There is tension or conflict in it"))
    note = forms.CharField(
        required=False, max_length=1000, label=_("Note"), widget=forms.Textarea(TYPED | {"rows": 2})
    )

    @property
    def who(self) -> Somebody:
        """What the actions want."""
        said = {name: self.cleaned_data[name] for name in ("name", "group", "strength", "direction", "note")}
        return Somebody(**said, is_stressful=self.cleaned_data["is_stressful"])


class Place(forms.Form):
    """Where on the drawing, in per mille of its width and height."""

    x = forms.IntegerField(min_value=0, max_value=1000)
    y = forms.IntegerField(min_value=0, max_value=1000)


class MapOn(forms.Form):
    """The day whose map is shown."""

    on = DayField(label=_("The map as it was on"))


class Compare(forms.Form):
    """Which two versions stand beside each other."""

    older = forms.ChoiceField(label=_("Older"), widget=Select(attrs={"class": "form-select"}))
    newer = forms.ChoiceField(label=_("Newer"), widget=Select(attrs={"class": "form-select"}))

    def __init__(self, data: Any = None, *, versions: Sequence[tuple[str, str]], **kwargs: Any):
        super().__init__(data, **kwargs)
        for name in ("older", "newer"):
            self.fields[name].choices = versions
            self.fields[name].needed = True

    @property
    def chosen(self) -> tuple[str, str]:
        """The ids of both; what was asked for and is not there is the usual two."""
        said = self.cleaned_data if self.is_valid() else {}
        return tuple(said.get(name) or self.initial.get(name) for name in ("older", "newer"))
