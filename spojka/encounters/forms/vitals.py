from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField, past_day
from spojka.ui.widgets import NewId, Segment

from ..content import Content, SignValues
from ..models import Side
from ..times import put_right
from .fields import BreathField, InstantField, WhenField
from .opened import Opened

BOTH = _("Write both numbers of the pressure, the higher one first.")
SOMETHING = _("Write at least one value that you measured.")
SYMPTOMS = [("yes", _("Yes, some")), ("no", _("No, none"))]
WHOLE = r"\s*\d{2,3}\s*"
WRONG = {
    "upper": _("Write 50 to 300, as the device shows it."),
    "lower": _("Write 20 to 200, as the device shows it."),
    "pulse": _("Write 20 to 250 beats a minute."),
    "temperature": _("Write 30 to 43 °C, for instance 37.5."),
    "saturation": _("Write 50 to 100 percent."),
}
LIMITS = {"upper": (50, 300), "lower": (20, 200), "pulse": (20, 250), "temperature": (30, 43), "saturation": (50, 100)}


def sign_fields(prefix: str = "", **attrs: Any) -> dict[str, forms.Field]:
    """Return the five fields of what devices show, by their names."""
    labels = {
        "upper": _("Upper mmHg"),
        "lower": _("Lower mmHg"),
        "pulse": pgettext_lazy("of the heart", "Pulse"),
    }
    labels |= {"temperature": _("Temp. °C"), "saturation": _("Saturation %")}
    return {prefix + name: _sign(name, label, attrs) for name, label in labels.items()}


def _sign(name: str, label: Any, attrs: dict[str, Any]) -> forms.Field:
    low, high = LIMITS[name]
    wrong, is_whole = WRONG[name], name != "temperature"
    faults = ["min_value", "max_value", "invalid", "max_digits", "max_decimal_places", "max_whole_digits"]
    said = {"autocomplete": "off", "data-wrong": wrong, "inputmode": "numeric" if is_whole else "decimal"}
    said |= {"pattern": WHOLE if is_whole else r"\s*\d{2}([.,]\d)?\s*", "data-low": low, "data-high": high}
    widget = forms.TextInput(attrs=said | attrs)
    usual = {"required": False, "label": label, "min_value": low, "max_value": high, "widget": widget}
    usual |= {"error_messages": dict.fromkeys(faults, wrong)}
    field = forms.IntegerField(**usual) if is_whole else BreathField(max_digits=3, decimal_places=1, **usual)
    field.needed = True  # five times 'optional' would only be noise: something is needed, not each
    return field


def check_pressure(form: forms.Form, said: dict[str, Any], prefix: str = "") -> None:
    """Say at its field what two numbers of a pressure lack."""
    upper, lower = said.get(f"{prefix}upper"), said.get(f"{prefix}lower")
    if {f"{prefix}upper", f"{prefix}lower"} & set(form.errors) or (upper is None and lower is None):
        return
    if upper is None or lower is None or upper <= lower:
        form.add_error(f"{prefix}{'upper' if upper is None else 'lower'}", BOTH)


def figures_of(said: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return what was measured, for SignValues."""
    return {name: said.get(prefix + name) for name in LIMITS}


class MeasureSigns(Opened):
    """Vital signs of somebody who stays anonymous."""

    id = forms.UUIDField(widget=NewId)
    phone_at = InstantField(required=False)
    sent_at = InstantField(required=False)
    is_dazed = forms.BooleanField(required=False, label=_("Not fully alert: confused, drowsy"))
    symptoms = forms.ChoiceField(
        required=False, choices=SYMPTOMS, label=_("Has the person any of these symptoms?"), widget=Segment()
    )
    device = forms.CharField(required=False, max_length=40, label=_("Device"))
    checked_on = DayField(required=False, label=_("Calibrated or inspected on"))
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))

    def __init__(self, *args: Any, catalogue: Catalogue, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields |= sign_fields(**{"class": "form-control sign-input"})
        self.fields["sex"] = CodeField("sex", catalogue, required=False, label=_("Sex"), widget=Segment())
        self.fields["sex"].choices = [(item.code, item.short) for item in catalogue.items("sex")]

    def clean_checked_on(self) -> date | None:
        return past_day(self.cleaned_data["checked_on"], localdate(self.now))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        check_pressure(self, said)
        if not set(LIMITS) & set(self.errors) and not any(said.get(name) for name in LIMITS) and not said["is_dazed"]:
            self.add_error("upper", SOMETHING)
        return said

    @property
    def signs(self) -> SignValues:
        """What was measured, with what was said about it."""
        said = self.cleaned_data
        names = ("is_dazed", "device", "checked_on")
        symptoms = {"yes": True, "no": False}.get(said["symptoms"])
        return SignValues(**figures_of(said), **{name: said[name] for name in names}, has_symptoms=symptoms)

    @property
    def content(self) -> Content:
        """The contact that it makes, for encounters.record."""
        said = self.cleaned_data
        phone_at = said["phone_at"]
        at = said["at"] or (put_right(phone_at, said["sent_at"], self.now) if phone_at else self.now)
        return Content(side=Side.ANONYMOUS, occurred_at=at, phone_at=phone_at, sex=said["sex"], signs=self.signs)


class SignFields(forms.Form):
    """The same within the form of a contact: `signs_…` beside all else."""

    signs_device = forms.CharField(required=False, max_length=40, label=_("Device"))
    signs_joins = forms.BooleanField(required=False, label=_("Tie the values to the code. The person agrees."))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields |= sign_fields("signs_")

    @property
    def has_signs(self) -> bool:
        """Whether the part about vital signs has something in it, so that it must stand open."""
        return any(self[f"signs_{name}"].value() for name in LIMITS)

    @property
    def signs(self) -> SignValues | None:
        found: dict[str, int | Decimal | None] = figures_of(self.cleaned_data, "signs_")
        if not any(found.values()):
            return None
        device, joins = (self.cleaned_data[f"signs_{name}"] for name in ("device", "joins"))
        return SignValues(**found, device=device, joins=joins)  # type: ignore[arg-type]
