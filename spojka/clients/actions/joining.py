"""One person under two codes, two people under one: put right, and taken back, whenever it is found out."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal

from .. import codes, merging
from ..leading import locked, standing, stop_if_merged
from ..models import Apart, Client, Joining, JoiningKind

Row = tuple[str, str, UUID]  # label of the model, its column, id
FILLED = ("sex", "nickname", "nickname_key")


class Shared(Refusal):
    """Others were let in to one of the two, so merging changes what they see."""


@action(Permission.CLIENT_MERGE, on="client", into="other")
def merge(
    *, by: Actor, id: UUID, client: Client, other: Client, reason: str, at: datetime, knows_sharing: bool = False
) -> Joining:
    """Say that `other` is the same person as `client`: all that is under its code goes along, its code leads here."""
    Joining.objects.all().stop_if_known(id, client.service)
    if client.pk == other.pk or client.service_id != other.service_id:
        raise Refusal(_("Choose two clients of one service."), field="code")
    held = locked(client, other)
    client, other = stop_if_merged(held[client.pk]), stop_if_merged(held[other.pk])
    if not knows_sharing and merging.is_shared(client, other, at):
        raise Shared(_("Others may see one of the two. Say that you know what changes."), field="knows_sharing")
    filled = {name: getattr(other, name) for name in FILLED if getattr(other, name) and not getattr(client, name)}
    about = {"id": id, "kind": JoiningKind.MERGE, "reason": reason, "made_by": by.id, "recorded_at": at}
    joining = Joining(**client.ownership, **about, source=other, target=client, filled=filled).add()
    merging.move(joining)
    other.change(merged_into=client)
    client.change(code=client.code, **filled)  # its words have the other code from now on
    return joining


@action(Permission.CLIENT_SPLIT, on="client")
def split(
    *, by: Actor, id: UUID, client: Client, rows: Iterable[Row], reason: str, at: datetime, code: str = ""
) -> Joining:
    """Say that some rows belong to somebody else: they go to a new client, under `code` or this one with a suffix."""
    Joining.objects.all().stop_if_known(id, client.service)
    client, chosen = standing(client), list(rows)
    if not chosen:
        raise Refusal(_("Choose at least one record of the other person."), field="rows")
    new = Client(**client.ownership, code=_free(client, code), recorded_by=by.id).add()
    about = {"id": id, "kind": JoiningKind.SPLIT, "reason": reason, "made_by": by.id, "recorded_at": at}
    joining = Joining(**client.ownership, **about, source=client, target=new).add()
    if merging.move(joining, chosen) < len(chosen):
        raise Refusal(_("Meanwhile somebody moved some of these records. Choose again."), field="rows")
    _part(client, new, by)
    return joining


@action(Permission.JOINING_UNDO, on="joining")
def undo(
    *, by: Actor, joining: Joining, reason: str, at: datetime, chosen: Iterable[Row] = (), are_two: bool = True
) -> Joining:
    """Take a merge or a split back. What went along goes back; what came since stays, but for the chosen rows."""
    joining = Joining.objects.select_for_update(of=("self",)).select_related("service").get(pk=joining.pk)
    if joining.undone_at:
        raise Repeated(joining)
    is_merge = joining.kind == JoiningKind.MERGE
    source = locked(joining.source)[joining.source_id]  # as who writes under a merged code: that one first
    target = standing(joining.target)
    if not is_merge:
        stop_if_merged(source)
    merging.move_back(joining, chosen, at)
    if is_merge:
        source.change(merged_into=None)
        same = {name: "" for name, value in joining.filled.items() if getattr(target, name) == value}
        target.change(code=target.code, **same)
        if are_two:
            _part(source, target, by)
    elif not merging.has_rows(target):
        Apart.objects.filter(_of_pair(source, target), ended_at=None).update(ended_at=at)
        target.change(merged_into=source)
        source.change(code=source.code)
    return joining.change(undone_at=at, undone_by=by.id, undone_why=reason)


@action(Permission.PAIR_PART, on="client", into="other")
def part(*, by: Actor, client: Client, other: Client) -> Apart:
    """Say that two clients are two people: they are never proposed as one again."""
    if client.pk == other.pk or client.service_id != other.service_id:
        raise Refusal(_("Choose two clients of one service."))
    return _part(client, other, by)


@action(Permission.PAIR_PROPOSE, on="apart")
def propose(*, by: Actor, apart: Apart, at: datetime) -> Apart:
    """Take it back: the two may be proposed as one person again."""
    return apart if apart.ended_at else apart.change(ended_at=at)


def _part(one: Client, other: Client, by: Actor) -> Apart:
    known = Apart.objects.filter(_of_pair(one, other), ended_at=None).first()
    first, second = sorted((one, other), key=lambda row: row.pk)
    return known or Apart(**first.ownership, first=first, second=second, said_by=by.id).add()


def _of_pair(one: Client, other: Client) -> Q:
    first, second = sorted((one.pk, other.pk))
    return Q(first=first, second=second)


def _free(client: Client, code: str) -> str:
    """Return the code of somebody new: the one that was typed, if nobody has it, or the client's with a suffix."""
    theirs = Client.objects.filter(service=client.service_id)
    if not code:
        base = codes.base(client.code)
        return codes.with_suffix(base, set(theirs.filter(code__startswith=base).values_list("code", flat=True)))
    code = codes.normalised(code)
    if theirs.filter(code=code).exists():
        raise Refusal(_("Another client has this code. Split first, then merge the two."), field="code")
    return code
