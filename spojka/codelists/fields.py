"""Form fields for codes: they offer what a service has on a day and accept what is valid on it."""

from collections.abc import Callable
from typing import Any

from django import forms

from .catalogue import Catalogue


class CodeField(forms.ChoiceField):
    """One code of a list."""

    def __init__(self, list: str, catalogue: Catalogue, **kwargs: Any):
        self.check: Callable[[Any], None] = lambda codes: catalogue.check(list, codes)
        empty = [] if kwargs.get("required", True) else [("", "")]
        super().__init__(choices=empty + catalogue.pairs(list), **kwargs)

    def validate(self, value: str) -> None:
        forms.Field.validate(self, value)
        if value:
            self.check([value])


class CodesField(forms.MultipleChoiceField):
    """Several codes of a list."""

    def __init__(self, list: str, catalogue: Catalogue, **kwargs: Any):
        self.check: Callable[[Any], None] = lambda codes: catalogue.check(list, codes)
        super().__init__(choices=catalogue.pairs(list), **kwargs)

    def validate(self, value: list[str]) -> None:
        forms.Field.validate(self, value)
        self.check(value)
