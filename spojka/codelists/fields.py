"""Form fields for codes: they offer what a service has on a day and accept what is valid on it."""

from collections.abc import Callable
from typing import Any

from django import forms

from .catalogue import Catalogue, names


class Keeping:
    """A field that may also keep what was chosen before, though the list offers it no more."""

    choices: Any
    check: Callable[[Any], None]
    of: tuple[str, Catalogue]

    def keep(self, *codes: str | None) -> None:
        """Offer and take these codes, too."""
        known = dict(self.choices)
        if old := [code for code in codes if code and code not in known]:
            (list_code, lists), check = self.of, self.check
            words = names(list_code, organisation=lists.service.organisation)
            self.choices = [*self.choices, *((code, words.get(code, code)) for code in old)]
            self.check = lambda chosen: check([code for code in chosen if code not in old])


class CodeField(Keeping, forms.ChoiceField):
    """One code of a list."""

    def __init__(self, list: str, catalogue: Catalogue, **kwargs: Any):
        self.of = list, catalogue
        self.check: Callable[[Any], None] = lambda codes: catalogue.check(list, codes)
        empty = [] if kwargs.get("required", True) else [("", "")]
        super().__init__(choices=empty + catalogue.pairs(list), **kwargs)

    def validate(self, value: str) -> None:
        forms.Field.validate(self, value)
        if value:
            self.check([value])


class CodesField(Keeping, forms.MultipleChoiceField):
    """Several codes of a list."""

    def __init__(self, list: str, catalogue: Catalogue, **kwargs: Any):
        self.of = list, catalogue
        self.check: Callable[[Any], None] = lambda codes: catalogue.check(list, codes)
        super().__init__(choices=catalogue.pairs(list), **kwargs)

    def validate(self, value: list[str]) -> None:
        forms.Field.validate(self, value)
        self.check(value)
