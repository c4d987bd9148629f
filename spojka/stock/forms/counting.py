from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Item
from spojka.ui.widgets import NewId

from ..models import Count
from .fields import NOUGHT, number


class TakeStock(forms.Form):
    """How many pieces there really are: one field for each item; what is left empty was not counted."""

    id = forms.UUIDField(widget=NewId)
    last = forms.UUIDField(required=False, widget=forms.HiddenInput)  # the last stock-taking when the form was opened
    note = forms.CharField(required=False, max_length=200, label=_("Note"))

    def __init__(
        self, *args: Any, here: Sequence[Item], others: Sequence[Item], expected: Mapping[str, int],
        counted: Mapping[str, Count], **kwargs: Any,
    ):  # fmt: skip
        super().__init__(*args, **kwargs)
        self.here, self.others, self.expected, self.counted = here, others, expected, counted
        for item in (*here, *others):
            self.fields[f"n-{item.code}"] = number(0, NOUGHT, required=False, label=item.name)

    def lines(self, items: Sequence[Item]) -> list[dict[str, Any]]:
        """Return each item's field, what there should be, and the last count."""
        return [
            {
                "item": item,
                "field": self[f"n-{item.code}"],
                "expected": self.expected.get(item.code),
                "counted": self.counted.get(item.code),
            }
            for item in items
        ]

    @property
    def likely(self) -> list[dict[str, Any]]:
        return self.lines(self.here)

    @property
    def rest(self) -> list[dict[str, Any]]:
        return self.lines(self.others)

    @property
    def opens_rest(self) -> bool:
        return any(self[f"n-{item.code}"].value() not in (None, "") for item in self.others)

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        codes = [item.code for item in (*self.here, *self.others)]
        pieces = {code: said[f"n-{code}"] for code in codes if said.get(f"n-{code}") is not None}
        return {name: said[name] for name in ("id", "last", "note")} | {"pieces": pieces, "expected": self.expected}
