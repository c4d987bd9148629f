"""Two change the same row at once: who saves second reads what the first one saved, and nobody's words are lost.

Between the opening of a page and its sending lies a coffee, so the page itself knows what stood when it was opened.
Between reading the row and locking it lie milliseconds, so the action looks once more: Owned.stop_if_changed.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from spojka.base.errors import WrittenMeanwhile

from .words import day


class Knowing(forms.Form):
    """A form that knows what stood when it was opened, if it `knows`: `initial` is what stands now."""

    knew = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, knows: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not knows:
            del self.fields["knew"]
            return
        self.initial = {**self.initial, "knew": _mark(self.initial)}

    def clean(self) -> dict[str, Any]:
        """Let nobody save over what they have not read; the next sending knows it."""
        said = super().clean() or self.cleaned_data
        if "knew" in self.fields and said.pop("knew", "") != self.initial["knew"] and self._otherwise():
            words = _("A colleague changed it meanwhile. Join both, then save again.")
            self.add_error(None, ValidationError(words, code=WrittenMeanwhile.code))
            self.data = self.data.copy()
            self.data[self.add_prefix("knew")] = self.initial["knew"]
        return said

    @property
    def theirs(self) -> list[tuple[Any, str]]:
        """Return what stands now and differs from what was typed: (label, words); nothing unless somebody wrote."""
        codes = [one.code for one in self.non_field_errors().as_data()] if self.is_bound else []
        if WrittenMeanwhile.code not in codes:
            return []
        return self._otherwise()

    def _otherwise(self) -> list[tuple[Any, str]]:
        pairs = [(one, _words(one, one.initial), _words(one, one.value())) for one in self.visible_fields()]
        return [(one.label, stands or _("nothing")) for one, stands, typed in pairs if stands != typed]


def _mark(values: Mapping[str, Any]) -> str:
    said = json.dumps(values, default=str, sort_keys=True)
    return salted_hmac("spojka.ui.meanwhile", said).hexdigest()[:32]


def _words(one: BoundField, value: Any) -> str:
    """Return a value as it is read, whether it was kept or typed."""
    if isinstance(one.field, forms.BooleanField):
        return str(_("yes") if one.field.to_python(value) else _("no"))
    if isinstance(one.field, forms.ChoiceField):
        chosen = value if isinstance(value, (list, tuple)) else [value]
        names = {str(key): str(name) for key, name in _flat(one.field.choices)}
        return ", ".join(names.get(str(key), str(key)) for key in chosen if key not in (None, ""))
    shown = one.field.widget.format_value(one.field.prepare_value(value))
    try:
        typed = one.field.to_python(shown)
    except ValidationError:
        return str(shown)
    if isinstance(one.field, forms.DateField) and typed:
        return day(typed, True)
    return "" if shown is None else "\n".join(str(shown).strip().splitlines())  # a browser sends CR LF


def _flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for key, name in choices:
        if isinstance(name, (list, tuple)):
            yield from name
        else:
            yield key, name
