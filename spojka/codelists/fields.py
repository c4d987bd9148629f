"""Form fields for codes: they offer what a service has on a day and accept what is valid on it."""

from collections.abc import Callable
from typing import Any

from django import forms

from .catalogue import Catalogue


class CodeField(forms.ChoiceField):
    """One code of a list. `kept` is the one that the row has: without it a select would show another one as chosen."""

    def __init__(self, list: str, catalogue: Catalogue, kept: str = "", **kwargs: Any):
        self.check: Callable[[Any], None] = lambda codes: catalogue.check(list, codes)
        empty = [] if kwargs.get("required", True) else [("", "")]
        offered = catalogue.pairs(list)
        if kept and kept not in dict(offered):
            item = catalogue.find(list, kept)
            empty = [(kept, item.name) if item else ("", "—")]
        super().__init__(choices=empty + offered, **kwargs)

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
