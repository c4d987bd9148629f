"""By what rows of plain values will be found: the words that their columns would make."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Model

from spojka.search import registry
from spojka.search.columns import joined
from spojka.search.stems import forms_of


def of_row(model: type[Model], row: dict[str, Any]) -> str:
    """Return by what a row of plain values will be found."""
    owner = {name: _id_of(row[name]) for name in ("organisation_id", "service_id")}
    return model._meta.get_field("words").of(model(**row | owner))


def of_contact(row: dict[str, Any], carried: Iterable[tuple[str, str]]) -> str:
    """Return the words of a contact as its column would make them, without making a row first."""
    owners = _id_of(row["organisation_id"]), _id_of(row["service_id"])
    return joined(*owners, [_code(list, one) for list, one in carried], private=_forms(row["note"]))


_code = lru_cache(maxsize=1024)(registry.code)
_forms = lru_cache(maxsize=1024)(forms_of)  # notes here are invented, and few


@lru_cache(maxsize=64)
def _id_of(digits: str | UUID) -> UUID:
    return digits if isinstance(digits, UUID) else UUID(digits)
