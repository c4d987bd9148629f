"""Two wrote one part at once: what each changed is kept, and where both changed the same, both texts stand."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Joined:
    """What came of joining: values of all fields, those where both wrote, and those that the other one alone wrote."""

    values: dict[str, Any]
    both: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # field: (mine, theirs)
    theirs: set[str] = field(default_factory=set)


def joined(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], chosen: Container[str] = ()
) -> Joined:
    """Join what two made of `base`: nothing that somebody wrote is left out. Of `chosen` fields only one can hold."""
    found = Joined({})
    for name in mine:
        old, one, other = (_same(values.get(name)) for values in (base, mine, theirs))
        found.values[name] = one
        if one == other or other == old:
            continue
        if one == old:
            found.values[name] = other
            found.theirs.add(name)
        else:
            found.both[name] = (one, other)
            found.values[name] = one or other if name in chosen else _both(one, other)
    return found


def _same(value: Any) -> Any:
    """Return a value so that nothing and an empty text are one, and no line ends differ by the browser."""
    return "\n".join(value.splitlines()).strip() if isinstance(value, str) else value or ""


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, str) and isinstance(other, str):
        return "\n".join(part for part in (other, one) if part)
    return one or other
