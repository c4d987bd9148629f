"""The plain model held against what Spojka gives: lists, single rows, and the reasons that are told."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import transaction

from spojka.access.permissions import Level, Permission
from spojka.access.why import why
from spojka.clients.models import Client

from . import model
from .building import VERBS, Built, built, frozen

LEVELS = [Level.READ] * 6 + [Level.CONTRIBUTE] * 3 + [Level.OWN]
OF_LEVEL = {level: [verb for verb in Permission if verb.level == level] for level in Level}


class Wrong(AssertionError):
    """The two tell it differently."""


@dataclass
class Checked:
    """How many times they agreed, by the way it was asked; and how often the answer was yes."""

    ways: Counter = field(default_factory=Counter)
    yes: Counter = field(default_factory=Counter)

    def agree(self, way: str, got: set, wanted: set, among: int, *about: Any) -> None:
        if got != wanted:
            extra, missing = sorted(got - wanted, key=str), sorted(wanted - got, key=str)
            raise Wrong(f"{way}: {about}\n  shown though it must not be: {extra}\n  missing: {missing}")
        self.ways[way] += among
        self.yes[way] += len(wanted)

    @property
    def total(self) -> int:
        return self.ways.total()


def check(chance, now, *, checked: Checked, pairs=2, singles=120, **size) -> Built:
    """Draw a world, compare all that may be compared without a page, and leave nothing behind."""
    with frozen(now), transaction.atomic():
        made = built(chance, now, **size)
        compare(chance, made, checked, pairs)
        one_by_one(chance, made, checked, singles)
        transaction.set_rollback(True)
    return made


def compare(chance, made: Built, checked: Checked, pairs: int) -> None:
    """Compare `allowed`, `listed` and `apart` of every model for some actors and verbs, of clients' for more."""
    for label, records in made.records.items():
        rows = apps.get_model(label)
        if not records:
            continue
        for _ in range(pairs * (4 if is_about_clients(rows) else 1)):
            who = chance.choice(made.people.actors)
            verb = a_verb(chance, made, who)
            wanted = seen(made, who, records, verb)
            actor = made.actors[who]
            if actor is None:  # nobody: the edge lets no one in
                checked.agree("edge", set(), wanted, len(records), label, who, verb)
                continue
            for way in ("allowed", "listed"):
                found = getattr(rows.objects.all(), way)(actor, verb).order_by().values_list("pk", flat=True)
                checked.agree(way, set(found), wanted, len(records), label, who, verb)
            parts = [set(one.order_by().values_list("pk", flat=True)) for one in rows.objects.all().apart(actor, verb)]
            of_both = parts[0].intersection(*parts[1:]) if parts[1:] else set()
            checked.agree("apart", set().union(*parts), wanted - of_both, len(records), label, who, verb)


def one_by_one(chance, made: Built, checked: Checked, many: int) -> None:
    """Compare `can`, `nearest` and `why` on single rows, of clients' records mostly."""
    actors = [one for one in made.people.actors if made.actors[one] is not None]
    actors += 4 * [
        one for one in actors if model.eyes(made.world, one).teams
    ]  # the short way looks at teams by itself
    labels = [label for label, records in made.records.items() if records]
    of_clients = [label for label in labels if is_about_clients(apps.get_model(label))]
    for _ in range(many):
        label, who = chance.choice(chance.choice([labels, of_clients])), chance.choice(actors)
        eyes = model.eyes(made.world, who)
        every = made.records[label]
        own = [one for one in every if one.service in eyes.services]
        walled = [one for one in own if one.names & eyes.apart]
        of_others = [one for one in own if one.team and eyes.teams and one.team not in eyes.teams]
        likely = chance.choice([own, walled, of_others, every])
        verb, record = a_verb(chance, made, who), chance.choice(likely or own or every)
        judge(made, checked, who, verb, record)


def judge(made: Built, checked: Checked, who, verb: Permission, record: model.Record) -> None:
    rows, id, actor = apps.get_model(record.what), UUID(record.id), made.actors[who]
    wanted = seen(made, who, [record], verb)
    row = rows.objects.get(pk=id)
    about = (record, who, verb)
    near = rows.objects.all().nearest(actor, verb, id)
    checked.agree("can", {id} if actor.can(verb, row) else set(), wanted, 1, *about)
    checked.agree("nearest", set() if near is None else {near.pk}, wanted, 1, *about)
    if record.makers is None:  # why() is asked of what grants may open
        checked.agree("why", {id} if why(row, by=actor, to=verb) else set(), wanted, 1, *about)


def seen(made: Built, who, records, verb: Permission) -> set[UUID]:
    return {UUID(one.id) for one in records if model.sees(made.world, who, one, verb.value)}


def a_verb(chance, made: Built, who) -> Permission:
    """Draw a verb of some level, mostly one that the actor's role knows."""
    level = chance.choice(LEVELS)
    knows = [VERBS[verb] for verb in sorted(model.eyes(made.world, who).verbs) if VERBS[verb].level == level]
    return chance.choice(knows if knows and chance.random() < 0.9 else OF_LEVEL[level])


def is_about_clients(rows: Any) -> bool:
    """Test whether what a ground names of these rows is a client."""
    *path, last = rows.subject.split("__")
    for name in path:
        rows = rows._meta.get_field(name).related_model
    if last == "id":
        return rows is Client
    return rows._meta.get_field(last.removesuffix("_id")).related_model is Client
