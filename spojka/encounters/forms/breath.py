from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField, past_day
from spojka.ui.widgets import ChipRadio, NewId, Segment

from ..content import BreathValue, Content
from ..models import Side
from ..times import put_right
from .fields import AS_SHOWN, WRONG_BREATH, WRONG_BREATHS, BreathField, InstantField, WhenField
from .opened import Opened

WRONG_MINUTES = _("Write 0 to 2,880 minutes.")
MOST_MINUTES = 2880  # two days
DAY = 1440
SINCE = [(0, _("under 15 min")), (15, _("15 to 60 min")), (60, _("1 to 2 h")), (120, _("over 2 h"))]


class Measure(Opened):
    """One measurement of somebody who stays anonymous. Weight and height are reckoned with in the phone alone."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)
    value = BreathField(
        min_value=0,
        max_value=6,
        max_digits=5,
        decimal_places=3,
        label=_("Measured"),
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "form-control big-input"}
            | {"data-needed": WRONG_BREATH}
            | AS_SHOWN
        ),
        error_messages=dict.fromkeys(["required", *WRONG_BREATHS], WRONG_BREATH),
    )
    since_drink = forms.TypedChoiceField(
        coerce=int, empty_value=None, required=False, choices=SINCE, label=_("Last drink"), widget=ChipRadio()
    )
    since_minutes = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        label=_("Minutes ago"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "data-wrong": WRONG_MINUTES}),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], WRONG_MINUTES),
    )
    since_at = forms.TimeField(
        required=False,
        label=_("or at what time"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"invalid": _("Write the time of the last drink, for instance 22:15.")},
    )
    device = forms.CharField(required=False, max_length=40, label=_("Device"))
    calibrated_on = DayField(required=False, label=_("Calibrated on"))
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))

    def __init__(self, *args: Any, catalogue: Catalogue, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now, units = now, catalogue.items("breath_unit")
        self.fields["unit"] = CodeField(
            "breath_unit", catalogue, required=False, label=_("Unit"), initial=units[0].code, widget=Segment()
        )
        self.fields["unit"].choices = [(item.code, item.short) for item in units]
        self.fields["sex"] = CodeField("sex", catalogue, required=False, label=_("Sex"), widget=Segment())
        self.fields["sex"].choices = [(item.code, item.short) for item in catalogue.items("sex")]
        self.usual = units[0].code

    def clean_calibrated_on(self) -> date | None:
        return past_day(self.cleaned_data["calibrated_on"], localdate(self.now))

    @property
    def breath(self) -> BreathValue:
        """The value with what was said about it."""
        said = self.cleaned_data
        value: Decimal = said["value"]
        names = ("device", "calibrated_on")
        kept = {name: said[name] for name in names} | {"since_drink": self._since}
        return BreathValue(value=value, unit=said["unit"] or self.usual, **kept)

    @property
    def _since(self) -> int | None:
        """Minutes since the last drink: typed ones, else a typed time of the day, else the chip (so many at least)."""
        said = self.cleaned_data
        if said["since_minutes"] is not None:
            return said["since_minutes"]
        if said["since_at"] is None:
            return said["since_drink"]
        now, then = localtime(self._at), said["since_at"]
        return (now.hour * 60 + now.minute - then.hour * 60 - then.minute) % DAY  # what has not come yet was yesterday

    @property
    def _at(self) -> datetime:
        said = self.cleaned_data
        phone_at = said["phone_at"]
        return said["at"] or (put_right(phone_at, said["sent_at"], self.now) if phone_at else self.now)

    @property
    def content(self) -> Content:
        """The contact that it makes, for encounters.record."""
        said = self.cleaned_data
        about = {"occurred_at": self._at, "phone_at": said["phone_at"], "sex": said["sex"]}
        return Content(side=Side.ANONYMOUS, **about, breath=self.breath)
