"""What a group's organisations are called in its minutes: taught by its seats, and by what was corrected before."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.groups.models import Group, Seat
from spojka.meetings.models import LineKind
from spojka.meetings.own import sealed

from .models import GroupName
from .proposal import Head, Original, Proposal, Row
from .words.names import KNOWN

MOST = 300  # names of a group
LONGEST = 80
BEFORE = re.compile(r"(?P<form>\w[\w .&-]{0,29}?)\s*(?::|\s[–—-]\s)")  # `PR: …`


def known(group: Group, by: Actor, on: date) -> dict[str, str]:
    """Return {form: name} for the reader. What was corrected comes before what the seats say."""
    houses = {one.of_house for one in seats(group, by, on)} - {""}
    learned = {one.written: one.means for one in names_of(group, by)}
    return {name: name for name in sorted(houses)} | learned


def names_of(group: Group, by: Actor) -> list[GroupName]:
    """Return what was learned of a group."""
    found = rows(GroupName, by=by, to=Permission.OLD_MINUTES_CORRECT).filter(group=group, forgotten_at=None)
    return list(found.order_by("pk")[:MOST])


def seats(group: Group, by: Actor, on: date) -> list[Seat]:
    """Return who sits in a group now."""
    found = rows(Seat, by=by, to=Permission.WORKING_GROUP_VIEW).filter(group=group).held(on)
    return list(found.select_related("house", "worker__user", "worker__organisation").order_by("since", "pk"))


def learned(original: Original, proposal: Proposal, sure: Iterable[str]) -> dict[str, str]:
    """Return {form: name}: where somebody put another name for an organisation than was read.

    Somebody else may have spoken, too: a name that any row keeps means nothing else, nor one that is known or `sure`,
    unless it shortens the other one.
    """
    pairs = [*_of_people(original.head, proposal.head), *_of_rows(original, proposal)]
    known = {one.casefold() for forms in KNOWN for one in forms} | {one.casefold() for one in sure}
    kept = {one.casefold() for row in proposal.rows for one in (row.speaker, row.who)}
    meant: dict[str, set[str]] = {}
    for form, name in pairs:
        meant.setdefault(form, set()).add(name)
    found = {form: names.pop() for form, names in meant.items() if len(names) == 1}
    new = {form: name for form, name in found.items() if form.casefold() not in kept | {name.casefold()}}
    new = {form: name for form, name in new.items() if form.casefold() not in known or _shortens(form, name)}
    return {form: name for form, name in new.items() if _is_name(form) and _is_name(name)}


def _shortens(form: str, name: str) -> bool:
    """Test whether a form is made of the first letters of a name, or in it: PR of Pomocná ruka, ZŠ of ZŠ Jih."""
    if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name, re.I):
        return True
    return form.casefold() == "".join(word[0] for word in re.findall(r"\w+", name)).casefold()


def _of_rows(original: Original, proposal: Proposal) -> Iterator[tuple[str, str]]:
    seen: set[int] = set()
    for row in proposal.rows:
        if row.key not in seen:  # what was split off has words that were never read apart
            yield from _of_row(original.rows[row.key], row)
        seen.add(row.key)


def _of_row(was: Row, now: Row) -> Iterator[tuple[str, str]]:
    yield from ((old, new) for old, new in ((was.speaker, now.speaker), (was.who, now.who)) if old and new)
    if now.kind == was.kind == LineKind.HEADING:
        yield was.text, now.text
    opening = BEFORE.match(was.text)
    if opening and now.speaker and now.speaker != was.speaker and not now.text.startswith(opening[0]):
        yield opening["form"], now.speaker


def _of_people(was: Head, now: Head) -> Iterator[tuple[str, str]]:
    """Yield organisations that were written otherwise behind the same name."""
    houses = dict(was.people)
    yield from ((houses[name], house) for name, house in now.people if house and houses.get(name))


def _is_name(said: str) -> bool:
    return 1 < len(said) <= LONGEST and " – " not in said  # a person's name stands behind the dash


def keep(group: Group, said: dict[str, str], by: str) -> None:
    """Write down what was learned; a form that was known means from now on what it was corrected to last."""
    known = {one.written.casefold(): one for one in GroupName.objects.filter(group=group).order_by("pk")}
    for form, name in said.items():
        if row := known.get(form.casefold()):
            row.change(**sealed(name=name), learned_by=by, forgotten_at=None)
        elif len(known) < MOST:
            new = sealed(form=form, name=name) | {"learned_by": by}
            known[form.casefold()] = GroupName(**group.ownership, **new, group=group).add()
