"""How long rows are kept: a model declares it, `rights` will carry it out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """Kept for `years` after what `since` names; `personal` are the columns that tell of a person.

    The years are our proposal (reference.md part 7), not law; an organisation's own plan comes before them.
    """

    years: int
    since: str
    personal: tuple[str, ...] = ()


FOREVER = Kept(years=100, since="the organisation's end")
