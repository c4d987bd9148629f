from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from spojka.clients import codes
from spojka.clients.forms.codes import clean_code
from spojka.codelists.catalogue import Catalogue, Item
from spojka.codelists.fields import CodeField, CodesField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment

from ..content import BreathValue, Content, acts_of
from ..models import Side
from ..times import put_right
from .exchange import ExchangeFields
from .fields import (
    AS_SHOWN,
    WRONG_BREATH,
    WRONG_BREATHS,
    BreathField,
    CountsField,
    InstantField,
    NoteField,
    OverField,
    WhenField,
)
from .opened import Opened
from .vitals import SignFields, check_pressure

TILES = 6  # what 8 of 10 contacts need stands at once
CHIPS = 5
NEEDS_CODE = _("Write the code, or choose Anonymous.")
WRONG_MINUTES = _("Write 0 to 600 minutes.")
NEEDS_PEOPLE, WRONG_PEOPLE = _("Write how many people it was."), _("Write 1 to 5,000 people.")
NOBODY = _("Nobody is right only where there is nothing but what you found.")
WITH_PEOPLE = ("materials", "themes", "taken", "taken_others", "breath_value", "substances")
MORE = {"over", "acts", "minutes", "age_band", "user_kind", "reason", "substances", "note", "at"}


class Record(ExchangeFields, SignFields, Opened):
    """One contact or tally. `latest` tells codes of each list that were used last; they come first."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)
    side = forms.ChoiceField(choices=Side, initial=Side.ANONYMOUS, label=_("Who came"), widget=Segment)
    code = forms.CharField(
        required=False,
        max_length=codes.LONGEST,
        label=_("Code"),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
            | {"data-needed": NEEDS_CODE}
        ),
    )
    people = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=5000,
        label=_("How many people"),
        widget=forms.NumberInput(
            attrs={"inputmode": "numeric", "data-needed": NEEDS_PEOPLE, "data-wrong": WRONG_PEOPLE}
        ),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], WRONG_PEOPLE),
    )
    minutes = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=600,
        label=_("How long in all (minutes)"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-wrong": WRONG_MINUTES}),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], WRONG_MINUTES),
    )
    note = NoteField(label=_("Note"), help_text=_("No names. The note stays in your service."))
    over = OverField()
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))
    breath_value = BreathField(
        required=False,
        min_value=0,
        max_value=6,
        max_digits=5,
        decimal_places=3,
        label=_("Measured"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"} | AS_SHOWN),
        error_messages=dict.fromkeys(WRONG_BREATHS, WRONG_BREATH),
    )
    breath_device = forms.CharField(required=False, max_length=40, label=_("Device"))
    breath_joins = forms.BooleanField(required=False, label=_("Tie the value to the code. The person agrees."))

    def __init__(
        self,
        *args: Any,
        catalogue: Catalogue,
        now: datetime,
        latest: dict[str, list[str]] | None = None,
        may_code: bool = True,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.catalogue, self.now, latest = catalogue, now, latest or {}
        if not may_code:
            self.fields["side"].choices = [choice for choice in Side.choices if choice[0] != Side.CODE]
        self.fields |= {
            "materials": self._counts("material", latest, _("What they got")),
            "themes": self._chips("theme", latest, _("What you talked about")),
            "sex": self._one("sex", _("For statistics, you need not"), Segment()),
            "age_band": self._one("age_band", _("Age")),
            "user_kind": self._one("user_kind", _("Kind of user")),
            "reason": self._one("contact_reason", _("Why they came")),
            "substances": self._chips("substance", latest, _("Substances mentioned")),
            "acts": self._counts("act", latest, _("Acts")),
            "breath_unit": CodeField(
                "breath_unit",
                catalogue,
                required=False,
                label=_("Unit"),
                widget=forms.Select(attrs={"class": "form-select"}),
            ),
        }
        self.add_exchange(catalogue)
        self.fields["breath_unit"].choices = catalogue.pairs("breath_unit")
        if "taken" in self.fields:
            self.fields["people"].help_text = _("0 when you met nobody and only collected what lay there.")
        else:
            self.fields["people"].widget.attrs["min"] = 1
        for name in ("code", "people"):  # shown only when they must be filled in
            self.fields[name].needed = True

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        side = said.get("side")
        check_pressure(self, said, "signs_")
        if side == Side.CODE and "code" in said:
            if said["code"]:
                clean_code(self)
            else:
                self.add_error("code", NEEDS_CODE)
        if side == Side.TALLY and "people" not in self.errors:
            self._clean_people(said)
        if side != Side.TALLY:
            said["people"] = 1
        return said

    def _clean_people(self, said: dict[str, Any]) -> None:
        """A find counts nobody: what lay there was collected, and nobody was met."""
        if said.get("people") is None:
            self.add_error("people", NEEDS_PEOPLE)
        elif not said["people"] and not (said.get("taken_found") and not any(said.get(name) for name in WITH_PEOPLE)):
            self.add_error("people", NOBODY if "taken" in self.fields else WRONG_PEOPLE)

    @property
    def has_breath(self) -> bool:
        """Whether the part about breath has something in it, so that it must stand open."""
        return self._has("breath_value", "breath_device")

    @property
    def has_more(self) -> bool:
        """The same of the part that is seldom needed."""
        return self._has(*MORE) or bool(set(self.errors) & MORE)

    def _has(self, *names: str) -> bool:
        return any(self[name].value() for name in names)

    @property
    def content(self) -> Content:
        """What the worker said, for the action."""
        said = self.cleaned_data
        names = ("side", "sex", "age_band", "user_kind", "reason", "note", "materials", "acts", "minutes", "people")
        content = Content(
            **{name: said[name] for name in names},
            over=said["over"],
            code=said["code"] if said["side"] == Side.CODE else "",
            themes=tuple(said["themes"]),
            substances=tuple(said["substances"]),
            occurred_at=self._occurred_at,
            phone_at=said.get("phone_at"),
            breath=self._breath,
            signs=self.signs,
            **self.exchange,
        )
        if content.acts and said.get("asks_back"):  # there acts are ticked beside those that follow from the exchange
            content = replace(content, acts=acts_of(replace(content, acts={}), self.catalogue) | dict(content.acts))
        return content

    @property
    def _occurred_at(self) -> datetime:
        said = self.cleaned_data
        if said["at"]:
            return said["at"]
        return put_right(said["phone_at"], said["sent_at"], self.now) if said["phone_at"] else self.now

    @property
    def _breath(self) -> BreathValue | None:
        said = self.cleaned_data
        if said["breath_value"] is None:
            return None
        units = self.catalogue.items("breath_unit")
        return BreathValue(
            value=said["breath_value"],
            unit=said["breath_unit"] or units[0].code,
            device=said["breath_device"],
            joins=said["breath_joins"],
        )

    def _counts(self, list: str, latest: dict[str, list[str]], label: str) -> CountsField:
        items = last_used_first(self.catalogue.items(list), latest.get(list, []))
        return CountsField(list, self.catalogue, first=items[:TILES], rest=items[TILES:], label=label)

    def _chips(self, list: str, latest: dict[str, list[str]], label: str) -> CodesField:
        items = last_used_first(self.catalogue.items(list), latest.get(list, []))
        field = CodesField(list, self.catalogue, required=False, label=label, widget=ChipCheckboxes(first=CHIPS))
        field.choices = [(item.code, item.short) for item in items]
        return field

    def _one(self, list: str, label: str, widget: forms.Widget | None = None) -> CodeField:
        field = CodeField(list, self.catalogue, required=False, label=label, widget=widget or ChipRadio())
        field.choices = [(item.code, item.short) for item in self.catalogue.items(list)]
        return field


class Correct(Record):
    """The same, of a record that stands, with the version it started from and the reason."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        max_length=200,
        label=_("Why you correct it"),
        error_messages={"required": _("Write in a few words why you correct the record.")},
    )

    def __init__(self, *args: Any, stood_at: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.stood_at = stood_at
        for name in ("id", "phone_at", "sent_at"):
            del self.fields[name]
        self.fields["at"].required = True
        self.fields["at"].help_text = ""

    @property
    def _occurred_at(self) -> datetime:
        """What stood, unless another minute was typed: the field shows no seconds and not which of two hours."""
        typed, stood = (
            localtime(at).replace(second=0, microsecond=0, tzinfo=None)
            for at in (self.cleaned_data["at"], self.stood_at)
        )
        return self.stood_at if typed == stood else self.cleaned_data["at"]


class Void(forms.Form):
    """Why a record does not count."""

    why = forms.CharField(
        max_length=200,
        label=_("Why it does not count"),
        error_messages={"required": _("Write in a few words why the record does not count.")},
    )


def last_used_first(items: tuple[Item, ...], latest: list[str]) -> list[Item]:
    """Return the items, those used last before the others, each part in its order."""
    ranks = {code: rank for rank, code in enumerate(latest)}
    return sorted(items, key=lambda item: ranks.get(item.code, len(ranks)))
