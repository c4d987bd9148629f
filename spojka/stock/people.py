"""Who wrote what, by their working names."""

from collections.abc import Iterable
from typing import Any

from spojka.base.ids import id_from
from spojka.network.models import Membership


def names_of(said: Iterable[Any]) -> dict[str, str]:
    """Return names of those who wrote entries of a ledger or counts, by the ids that rows remember."""
    ids = {id_from(one) for one in map(_writer, said) if one}
    found = Membership.objects.filter(pk__in=ids - {None}).select_related("user")
    return {str(one.pk): one.user.name for one in found}


def _writer(one: Any) -> str:
    row = getattr(one, "movement", None) or getattr(one, "count", None) or one
    row = getattr(row, "taking", None) or row
    return getattr(row, "recorded_by", "")
