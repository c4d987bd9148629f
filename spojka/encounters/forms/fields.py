"""Fields that several forms of this package share."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue, Item
from spojka.ui import fields
from spojka.ui.widgets import Tile

WRONG_BREATH = _("Write 0 to 6, as the device shows it, for instance 0.41.")
WRONG_BREATHS = ["min_value", "max_value", "invalid", "max_digits", "max_decimal_places", "max_whole_digits"]
AS_SHOWN = {"data-wrong": WRONG_BREATH, "pattern": r"\s*([0-5]([.,]\d{1,3})?|6([.,]0{1,3})?)\s*"}  # without network


class CountsField(fields.CountsField):
    """Counts of what a list offers: {code: count}. The first items stand at once, the rest waits under 'N more'."""

    def __init__(self, list: str, catalogue: Catalogue, *, first: list[Item], rest: list[Item], **kwargs: Any):
        self.list, self.catalogue = list, catalogue
        tiles = [Tile(item.code, item.short, item.icon or "circle-dot", item.limit) for item in [*first, *rest]]
        super().__init__(tiles=tiles, first=len(first), **kwargs)

    def clean(self, value: dict[str, Any]) -> dict[str, int]:
        self.catalogue.check(self.list, value)
        return super().clean(value)


class OverField(forms.CharField):
    """Why more than the limit is given, or sooner. needed=True: it is shown only where it is asked for."""

    def __init__(self, *, needed: bool = False, **kwargs: Any):
        usual = {"label": _("Why more than the limit, or sooner"), "required": False, "max_length": 200}
        usual |= {"help_text": _("Only if it is so. It is marked and listed.")}
        super().__init__(**usual | kwargs)
        self.needed = needed


class WhenField(forms.DateTimeField):
    """A moment that a worker types in the clock of the wall.

    In October an hour comes twice: the first one is meant. In March an hour is missing: that is told.
    """

    default_error_messages = {
        "invalid": _("Write the day and the time, for instance 4. 7. 2026 23:30."),
        "missing": _("That hour did not exist: the clocks were put forward. Put the time right."),
        "absurd": _("Check the year."),
    }

    def __init__(self, **kwargs: Any):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d. %m. %Y %H:%M", "%d.%m.%Y %H:%M"]
        super().__init__(widget=widget, input_formats=formats, **kwargs)

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(UTC):  # read the figures of the wall clock as they stand
            read = super().to_python(value)
        if read is None or isinstance(value, datetime):
            return read
        if not 2000 <= read.year <= 2100:
            raise forms.ValidationError(self.error_messages["absurd"], code="absurd")
        wall = timezone.make_naive(read, UTC)
        at = timezone.make_aware(wall)
        if timezone.make_naive(at.astimezone(UTC)) != wall:
            raise forms.ValidationError(self.error_messages["missing"], code="missing")
        return at


class BreathField(forms.DecimalField):
    """A value as the device shows it; people write a comma and a point in either language."""

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(str(value).strip().replace(",", ".") if value not in self.empty_values else value)

    def prepare_value(self, value: Any) -> Any:
        return number_format(value.normalize()) if isinstance(value, Decimal) else value


class InstantField(forms.DateTimeField):
    """An instant that a phone made: ISO 8601 with an offset. Nonsense is taken as nothing, never as a fault."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        try:
            at = super().clean(value)
        except forms.ValidationError:
            return None
        return at if at and 2020 <= at.year <= 2100 else None


class NoteField(forms.CharField):
    """Free text of a worker, 2,000 characters at most."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        super().__init__(required=False, max_length=2000, **kwargs)
