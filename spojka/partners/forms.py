from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.consents.naming import Institute
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from .content import ASKED, CHAPTERS, CHOICES, DAYS, NUMBERS, SIDES, WORDS, Terms
from .models import Every, Form, PartnerAgreement, Word

LONGEST = 2000
LIMITS = {  # the least, the most, and what stands there at first
    "answer_days": (1, 60, 3),
    "visit_days": (1, 60, 5),
    "request_days": (1, 30, 3),
    "breach_hours": (1, 72, 24),
    "notice_months": (0, 24, 1),
    "evaluate_months": (1, 60, 12),
}
AT_CHOICE = {"required": _("Choose one.")}


def _number(name: str) -> forms.IntegerField:
    least, most, _first = LIMITS[name]
    wrong = _("Write a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
    errors = dict.fromkeys(["invalid", "min_value", "max_value", "required"], wrong)
    said = {"min_value": least, "max_value": most, "error_messages": errors}
    field = forms.IntegerField(**said, label=ASKED[name].label, required=name in ("notice_months", "evaluate_months"))
    field.widget.attrs["inputmode"] = "numeric"
    return field


def _words(name: str) -> forms.CharField:
    one = ASKED[name]
    widget = forms.TextInput() if one in SIDES else forms.Textarea({"rows": one.lines + 1})
    return forms.CharField(required=False, max_length=200 if one in SIDES else LONGEST, label=one.label, widget=widget)


class Draft(forms.Form):
    """All of an agreement. Only with whom and from when it holds must be said, the rest is for the two sides."""

    id = forms.UUIDField(required=False, widget=NewId)
    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)
    partner = forms.ChoiceField(
        required=False,
        label=_("Who works with Spojka"),
        help_text=_("They see what you propose and agree in their Spojka."),
        widget=Select(attrs={"class": "form-select"}),
    )
    partner_name = forms.CharField(
        required=False,
        max_length=160,
        label=_("Or somebody else"),
        help_text=_("Organisation and its ward, centre or office; they sign on paper."),
    )
    starts_on = DayField(label=ASKED["starts_on"].label)
    ends_on = DayField(required=False, label=ASKED["ends_on"].label)
    every = forms.ChoiceField(
        required=False,
        choices=[("", pgettext_lazy("how often", "as needed")), *Every.choices],
        label=ASKED["every"].label,
        widget=ChipRadio(),
    )
    is_unnamed_first = forms.BooleanField(required=False, label=ASKED["is_unnamed_first"].label)
    is_joint = forms.BooleanField(required=False, label=ASKED["is_joint"].label)

    def __init__(self, *args: Any, offered: dict[str, Institute], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {key: one for key, one in offered.items() if one.centre}
        named = [(key, one.name) for key, one in self.offered.items()]
        self.fields["partner"].choices = [("", _("nobody of these")), *named]
        ways = {"choices": Form, "label": ASKED["forms"].label, "widget": ChipCheckboxes()}
        self.fields["forms"] = forms.MultipleChoiceField(required=False, **ways)
        self.fields |= {name: _number(name) for name in NUMBERS} | {name: _words(name) for name in WORDS}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("partner") and not said.get("partner_name"):
            self.add_error("partner_name", _("Choose with whom the agreement is, or write it."))
        if said.get("partner") and said.get("partner_name"):
            self.add_error("partner_name", _("Choose one of them, or write somebody else: not both."))
        if (start := said.get("starts_on")) and (end := said.get("ends_on")) and end < start:
            self.add_error("ends_on", _("It can't end before it starts."))
        return said

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        chosen = self.offered.get(said["partner"])
        name = chosen.name if chosen else said["partner_name"]
        more = {name: said[name] for name in (*NUMBERS, *CHOICES, "ends_on")}
        partner = chosen.centre if chosen else None
        texts = {name: said[name] for name in WORDS}
        return Terms(partner_name=name, partner=partner, texts=texts, starts_on=said["starts_on"], more=more)

    @property
    def sides(self) -> list[BoundField]:
        return [self[one.name] for one in SIDES]

    @property
    def chapters(self) -> list[tuple[Any, list[BoundField]]]:
        """The fields as the paper has them."""
        return [(chapter.title, [self[one.name] for one in chapter.asked]) for chapter in CHAPTERS]


def initial_of(agreement: PartnerAgreement) -> dict[str, Any]:
    """Return what the form shows of an agreement that stands."""
    columns = {name: getattr(agreement, name) for name in (*NUMBERS, *CHOICES, *DAYS, "edition")}
    with_whom = {"partner": str(agreement.partner_id)} if agreement.partner_id else {}
    with_whom |= {} if agreement.partner_id else {"partner_name": agreement.partner_name}
    return columns | with_whom | {name: agreement.texts.get(name, "") for name in WORDS}


def first() -> dict[str, Any]:
    """Return what a new one begins with: terms of the domain, which both sides may change."""
    return {name: usual for name, (_least, _most, usual) in LIMITS.items()} | {"is_unnamed_first": True, "every": ""}


class Signed(forms.Form):
    """Whether a side agrees, who says so and when."""

    id = forms.UUIDField(widget=NewId)
    word = forms.ChoiceField(
        choices=[(Word.YES, Word.YES.label), (Word.NO, Word.NO.label)],
        label=_("What the side says"),
        widget=ChipRadio(),
        error_messages=AT_CHOICE,
    )
    name = forms.CharField(
        max_length=120,
        label=_("Who says it: name and office"),
        error_messages={"required": _("Write who says it.")},
    )
    on = DayField(label=_("On"))
    note = forms.CharField(
        required=False,
        max_length=1000,
        label=_("Remark"),
        help_text=_("If you don't agree, write what should be changed."),
        widget=forms.Textarea({"rows": 2}),
    )


class Notice(forms.Form):
    """A notice: whose, from when, until when it still holds."""

    id = forms.UUIDField(widget=NewId)
    side = forms.ChoiceField(label=_("Who gives notice"), widget=ChipRadio(), error_messages=AT_CHOICE)
    name = forms.CharField(
        max_length=120,
        label=_("Who says it: name and office"),
        error_messages={"required": _("Write who says it.")},
    )
    on = DayField(label=_("When notice was given"))
    last_day = DayField(label=_("Last day on which it holds"))
    note = forms.CharField(
        required=False,
        max_length=1000,
        label=_("Why, and what holds afterwards"),
        help_text=_("What happens to clients who are with both just now."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, sides: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = sides
        if len(sides) == 1:
            self.fields["side"].widget = forms.HiddenInput()
            self.initial["side"] = sides[0][0]


class Evaluate(forms.Form):
    """How the cooperation works."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("When you talked about it"))
    who = forms.CharField(
        max_length=300,
        label=_("Who was there"),
        error_messages={"required": _("Write who was there.")},
    )
    third = forms.CharField(
        required=False,
        max_length=200,
        label=_("Third side: court, office, whoever pays; name and person"),
        help_text=_("If the cooperation is evaluated by three, once a year."),
    )
    found = forms.CharField(
        max_length=4000,
        label=_("What works and what doesn't"),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what you found.")},
    )
    changes = forms.CharField(
        required=False, max_length=2000, label=_("What you will do otherwise"), widget=forms.Textarea({"rows": 3})
    )
    next_on = DayField(
        required=False, label=_("Next evaluation"), help_text=_("Empty: after as many months as was agreed.")
    )
