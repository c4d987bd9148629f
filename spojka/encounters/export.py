"""Contacts taken away row by row, for a table or a workbook: what the list shows, without notes and without a limit.

Only rows of one's own services go out. They are read in portions of whole days, each with a query for the rows and one
for each kind of parts, straight into columns: half a million rows need the memory of one portion, and names are looked
up once for each different value, not for each row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.base.fetching import fetched
from spojka.clients.models import Client
from spojka.codelists.catalogue import names_of
from spojka.events.models import Event
from spojka.network.models import Membership, Service
from spojka.places.models import Place

from .models import Act, Encounter, Handout, Side, TakenBack, Topic, TopicKind

if TYPE_CHECKING:
    import pyarrow as pa

PORTION = 2_500  # rows, unless one day has more
WHOLE = {"people", "is_late", "version", "quantity", "minutes"}
KEPT = (
    "pk", "day", "occurred_at", "side", "client__code", "people", "service_id", "shift__place_id", "shift__event_id",
    "shift__setting", "recorded_by", "sex", "age_band", "user_kind", "reason", "is_late", "version", "voided_at",
)  # fmt: skip
LISTS = {"shift__setting": "setting", "sex": "sex", "age_band": "age_band", "user_kind": "user_kind",
         "reason": "contact_reason"}  # fmt: skip
OF = ("act", "material", "theme", "substance")  # lists of what stands beside a contact
Words = dict[str, str]
DASHED = r"^(.{8})(.{4})(.{4})(.{4})(.{12})$", r"\1-\2-\3-\4-\5"  # SQLite keeps ids without dashes


def heads() -> list[str]:
    """Return the heads of the columns."""
    return [
        _("Number of the record"), _("Day of the shift"), _("When"), _("Who came"), _("Code"), _("People"),
        _("Service"), _("Place"), _("Event"), _("Setting"), _("Worker"), _("Sex"), _("Age"), _("Kind of user"),
        _("Why they came"), _("Minutes"), _("Acts"), _("Material"), _("Given back"), _("Themes"),
        _("Substances"), _("State"),
    ]  # fmt: skip


def count(by: Actor, where: Q) -> int:
    """Count what would go out."""
    return int(_allowed(by, where).count())


def portions(by: Actor, where: Q) -> Iterator[Read]:
    """Return the rows, the oldest day first."""
    known = _Known(by)
    for span in _spans(by, where):
        yield _read(by, where & Q(day__range=span), known)


def _allowed(by: Actor, where: Q) -> Any:
    return Encounter.objects.allowed(by, Permission.ENCOUNTER_EXPORT).filter(where)


def _spans(by: Actor, where: Q) -> Iterator[tuple[date, date]]:
    """Return spans of days that hold about as many rows each."""
    span: list[date] = []
    held = 0
    for day, many in _allowed(by, where).values_list("day").annotate(many=Count("pk")).order_by("day"):
        if span and held + many > PORTION:
            yield span[0], span[-1]
            span, held = [], 0
        span.append(day)
        held += many
    if span:
        yield span[0], span[-1]


class _Known:
    """What ids and codes are called: each kind is asked for once in an export."""

    def __init__(self, by: Actor):
        self.of = names_of({*OF, *LISTS.values()}, organisation=by.organisation)
        lists = {column: self.of[code] for column, code in LISTS.items()}
        self.columns: dict[str, Words] = lists | {
            "side": {value: str(label) for value, label in Side.choices},
            "service_id": _called(Service.objects.filter(pk__in=by.services)),
            "shift__place_id": _called(Place.objects.allowed(by, Permission.PLACE_VIEW)),
            "shift__event_id": _called(Event.objects.allowed(by, Permission.EVENT_VIEW)),
            "recorded_by": _called(Membership.objects.allowed(by, Permission.MEMBER_VIEW).select_related("user")),
        }
        self.secret = _secret(by)
        self.states = [_("voided"), _("late"), _("corrected"), _("valid")]


def _secret(by: Actor) -> list[str]:
    """Return the codes of clients with a secret address: the file leaves the house, so it tells no place of theirs."""
    ours = Client.objects.filter(service__in=by.services)
    theirs = ours.filter(pk__in=hidden(ours.values("pk")))
    return list(theirs.order_by("pk").values_list("code", flat=True))


def _called(found: Iterable[Any]) -> Words:
    """Return names by ids as the databases write them: SQLite without dashes, PostgreSQL and actors with them."""
    return {key: str(one) for one in found for key in (one.pk.hex, str(one.pk))}


@dataclass(frozen=True)
class Read:
    """Rows as the database has them, and what they are called."""

    known: _Known
    rows: pa.Table
    acts: pa.Table
    handouts: pa.Table
    taken: pa.Table
    topics: pa.Table

    def __len__(self) -> int:
        return len(self.rows)

    def table(self) -> pa.Table:
        """Return a day and a moment as ISO texts in the clock of here, numbers, words; no database is asked."""
        import pyarrow as pa
        import pyarrow.compute as pc

        said = dict(zip(self.rows.column_names, self.rows.columns, strict=True))
        for column, words in self.known.columns.items():
            said[column] = told(said[column], lambda code, words=words: words.get(code, code))
        said["pk"] = pc.replace_substring_regex(said["pk"], *DASHED)
        said["occurred_at"] = _here(said["occurred_at"])
        said["client__code"] = said["client__code"].fill_null("")
        if self.known.secret:
            is_secret = pc.is_in(said["client__code"], pa.array(self.known.secret, pa.string()))
            said |= {name: pc.if_else(is_secret, "", said[name]) for name in ("shift__place_id", "shift__event_id")}
        minutes, parts = _parts(self)
        columns = [*(said[name] for name in KEPT[:-3]), minutes, *parts, _states(self.rows, self.known)]
        return pa.table(columns, [str(number) for number in range(len(columns))])


def _read(by: Actor, where: Q, known: _Known) -> Read:
    found = _allowed(by, where)
    of = {"encounter__in": found.values("pk")}
    return Read(
        known,
        _fetched(found.order_by("day", "occurred_at", "pk"), KEPT),
        _fetched(Act.objects.filter(**of).order_by("pk"), ("encounter_id", "code", "quantity", "minutes")),
        _fetched(Handout.objects.filter(**of).order_by("pk"), ("encounter_id", "code", "quantity")),
        _fetched(TakenBack.objects.filter(**of).order_by("code", "source"), ("encounter_id", "code", "quantity")),
        _fetched(Topic.objects.filter(**of).order_by("code"), ("encounter_id", "code", "kind")),
    )


def _states(rows: pa.Table, known: _Known) -> pa.Array:
    """Say whether records stand, were corrected or came late."""
    import pyarrow.compute as pc

    late, corrected = pc.equal(rows["is_late"], 1), pc.greater(rows["version"], 1)
    tests = pc.make_struct(pc.is_valid(rows["voided_at"]), late, corrected)
    return pc.case_when(tests, *known.states)


def _parts(read: Read) -> tuple[pa.Array, list[pa.Array]]:
    """Return the minutes, and acts, material, themes and substances in words, each beside its record."""
    import numpy
    import pyarrow as pa
    import pyarrow.compute as pc

    order, known = read.rows["pk"], read.known
    place = _places(read.acts, order)
    spent = numpy.bincount(place, read.acts["minutes"].to_numpy(), len(order)).astype(numpy.int32)
    told = [_beside(read.acts, order, known.of["act"])]
    told += [_beside(parts, order, known.of["material"]) for parts in (read.handouts, read.taken)]
    for kind in (TopicKind.THEME, TopicKind.SUBSTANCE):
        told.append(_beside(read.topics.filter(pc.equal(read.topics["kind"], kind.value)), order, known.of[kind]))
    return pa.array(spent), told


def _beside(parts: pa.Table, order: pa.ChunkedArray, words: Words) -> pa.Array:
    """Return what parts are called, those of each record together."""
    import numpy
    import pyarrow as pa
    import pyarrow.compute as pc

    named = parts["code"]
    if "quantity" in parts.column_names:
        named = pc.binary_join_element_wise(named, parts["quantity"].cast("string"), "×")
        named = told(named, lambda said: _times(words, *said.rsplit("×", 1)))
    else:
        named = told(named, lambda code: words.get(code, code))
    place = _places(parts, order)
    ends = numpy.cumsum(numpy.bincount(place, minlength=len(order)))
    sorted_ = named.take(pa.array(numpy.argsort(place, kind="stable")))
    lists = pa.ListArray.from_arrays(pa.array(numpy.concatenate([[0], ends]), pa.int32()), sorted_)
    return pc.binary_join(lists, ", ")


def _places(parts: pa.Table, order: pa.ChunkedArray) -> Any:
    """Return beside which record each part stands."""
    import pyarrow.compute as pc

    return pc.index_in(parts["encounter_id"], value_set=order.combine_chunks()).to_numpy()


def told(column: pa.ChunkedArray | pa.Array, called: Callable[[str], str]) -> pa.Array:
    """Return texts for texts: each different one is asked for once; nothing is the empty text."""
    import pyarrow as pa

    plain = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    whole = plain.fill_null("").dictionary_encode()
    texts = [called(text) for text in whole.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(whole.indices)


def _fetched(rows: Any, columns: Sequence[str]) -> pa.Table:
    return fetched(rows, {name: name for name in columns}, WHOLE.__contains__)


def _times(words: Words, code: str, many: str) -> str:
    name = words.get(code, code)
    return name if many == "1" else f"{name} {many}×"


def _here(at: pa.ChunkedArray) -> pa.Array:
    """Return moments of the database in the clock of here, to the minute: their hours differ by whole ones."""
    import pyarrow.compute as pc

    hours = told(pc.utf8_slice_codeunits(at, 0, 13), _hour)
    return pc.binary_join_element_wise(hours, pc.utf8_slice_codeunits(at, 13, 16).combine_chunks(), "")


@lru_cache(maxsize=20_000)
def _hour(said: str) -> str:
    moment = datetime.fromisoformat(f"{said}:00").replace(tzinfo=UTC)
    return f"{timezone.localtime(moment):%Y-%m-%d %H}"
