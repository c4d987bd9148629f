from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Item
from spojka.ui.widgets import NewId

from ..models import Count
from .fields import Lines


class TakeStock(Lines):
    """How many pieces there really are: one field for each item; what is left empty was not counted."""

    id = forms.UUIDField(widget=NewId)
    last = forms.UUIDField(required=False, widget=forms.HiddenInput)  # the last stock-taking when the form was opened
    note = forms.CharField(required=False, max_length=200, label=_("Note"))

    def __init__(self, *args: Any, expected: Mapping[str, int], counted: Mapping[str, Count], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.expected, self.counted = expected, counted

    def line(self, item: Item) -> dict[str, Any]:
        """Add what there should be, and the last count."""
        told = {"expected": self.expected.get(item.code), "counted": self.counted.get(item.code)}
        return super().line(item) | told

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {name: said[name] for name in ("id", "last", "note")} | {
            "pieces": self.pieces,
            "expected": self.expected,
        }
