"""Fields whose values the widgets of this package show."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from cryptography.fernet import InvalidToken
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from spojka.base.sealed import seal, unseal
from spojka.ui.widgets import CountTiles, Tile

SOUGHT = 200  # characters of what is looked for; what is longer is cut, an address is no letter
UNDREAMT = 5000  # nobody hands out more at once; a larger number is a slip of the thumb


class DayField(forms.DateField):
    """A day chosen in the phone's calendar, of this century: any other is a slip, and some can't be reckoned with."""

    default_error_messages = {
        "invalid": _("Write the day as 2026-07-04 or 4. 7. 2026."),
        "required": _("Write the day."),
    }
    default_validators = [
        MinValueValidator(date(2000, 1, 1), _("Check the year, it should lie between 2000 and 2100.")),
        MaxValueValidator(date(2100, 12, 31), _("Check the year, it should lie between 2000 and 2100.")),
    ]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.DateInput({"type": "date"}, "%Y-%m-%d")} | kwargs)


def past_day(said: date | None, today: date) -> date | None:
    """Return a day of what has already been done; one that is still to come is a slip of the year or of the month."""
    if said is not None and said > today:
        raise ValidationError(_("This day is still to come. Check the month and the year."))
    return said


class SoughtField(forms.CharField):
    """Words that are looked for among people: no address and no browser's history tells them, they stand there sealed.

    Its form is posted, and the answer leads to the list with sealed(form) as its query.
    """

    def to_python(self, value: Any) -> str:
        return str(super().to_python(_opened(value)))

    def prepare_value(self, value: Any) -> str:
        return _opened(value)


def _opened(value: Any) -> str:
    """Return what was sealed or typed; nothing if no key opens it."""
    try:
        return unseal(value or "")
    except InvalidToken:
        return ""


def sealed(form: forms.BaseForm) -> str:
    """Return the query of filters that were posted, what is empty left out."""
    said = {name: form.data.get(name, "").strip() for name in form.fields}
    hidden = {name for name, field in form.fields.items() if isinstance(field, SoughtField)}
    return urlencode({name: seal(text[:SOUGHT]) if name in hidden else text for name, text in said.items() if text})


class CountsField(forms.Field):
    """Counts of several things: a dict of code to a positive whole number; what is nought is left out."""

    widget = CountTiles
    default_error_messages = {
        "count": _("%(label)s: the count is a whole number from 0 to %(most)s."),
    }

    def __init__(self, *, tiles: Sequence[Tile], first: int = 0, typed: bool = False, **kwargs: Any) -> None:
        self.tiles = {tile.code: tile for tile in tiles}
        widget = CountTiles(tiles=tiles, first=first, typed=typed)
        super().__init__(**{"widget": widget, "required": False} | kwargs)

    def to_python(self, value: Mapping[str, Any] | None) -> dict[str, int]:
        """Return the counts, or say which of them is no count."""
        counts, wrong = {}, []
        for code, typed in (value or {}).items():
            text = str(typed).strip()
            if text.isascii() and text.isdigit() and int(text[:9]) <= UNDREAMT:
                counts[code] = int(text)
            else:
                words = {"label": self.tiles[code].label, "most": UNDREAMT}
                wrong.append(ValidationError(self.error_messages["count"], "count", words))
        if wrong:
            raise ValidationError(wrong)
        return {code: count for code, count in counts.items() if count}

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether another count was typed than stood there."""
        return {k: str(v) for k, v in (initial or {}).items()} != {k: str(v) for k, v in (data or {}).items()}
