"""A row of every owned model there is, present and future, made from its columns alone.

A model whose rows need more than that says it in NEEDS; a test tells when one is missing.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db import models
from django.utils import timezone

from spojka.access.fence import fenced_models
from spojka.access.models import Grant
from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.models import Case, Party, Tie
from spojka.clients.models import Client
from spojka.places.models import Place

from .model import Record
from .needs import NEEDS

NAMES = {  # the model's own words for the kinds
    Kind.COURSE: "course",
    Kind.HISTORY: "history",
    Kind.PERSONAL: "personal",
    Kind.SITUATION: "situation",
    Kind.OTHER: "other",
    Kind.FIGURES: "figures",
    Kind.WORK: "work",
    Kind.LEDGER: "ledger",
}
OWNING = ("organisation", "service", "team")
PRIVATE = "reports.SavedReport"
OWNER = {"id", "recorded_at", *OWNING}
SAY_WHERE = {  # their words may say where somebody lives
    "assessments.AssessmentPart",
    "assessments.EcomapTie",
    "caseplans.Duty",
    "cases.Placement",
    "cases.PlacementTick",
}
SEPARATE = {
    "clients.Agreement",
    "consents.Consent",
    "consents.ConsentRecipient",
    "consents.ConsentScan",
    "consents.ConsentSigner",
}  # said by clients


class Maker:
    """Makes rows of a small world, in as few statements as there are models."""

    def __init__(self, chance, owners, clients, members):
        self.chance, self.owners, self.clients, self.members = chance, owners, clients, members
        self.now = timezone.now()
        self.made: dict[type, list] = {Client: list(clients)}
        self.used: set = set()
        self.number = 0

    def make_all(self, many: int, only: set[str] | None = None) -> None:
        """Make rows of all models, or of those that are named."""
        for model in in_order(fenced_models()):
            label = model._meta.label
            if model is not Client and label not in SEPARATE and (only is None or label in only):
                self.make(model, many)

    def make(self, model: type[Owned], many: int) -> list:
        rows = [row for _ in range(many) if (row := self.row(model)) is not None]
        try:
            model._base_manager.bulk_create(rows)
        except Exception as fault:
            fault.add_note(f"The proof can't make a row of {model._meta.label}: say in proof/rows.py what it needs.")
            raise
        self.made[model] = rows
        return rows

    def row(self, model):
        """Return a row whose wholes are of its own owner, or None when there is no whole left for it."""
        fields = {field.name: field for field in model._meta.concrete_fields if field.name not in OWNER}
        lead = fields.get(model.subject.partition("__")[0].removesuffix("_id"))
        leads = lead is not None and lead.is_relation and issubclass(lead.related_model, Owned)
        values = {lead.name: self.some(lead, None)} if leads else {}
        service, team = self.owner(lead, values)
        values |= {name: self.value(field, service) for name, field in fields.items() if name not in values}
        if any(values[name] is None and not field.null for name, field in fields.items()):
            return None
        made = model(organisation_id=service.organisation_id, service=service, team=team, **values)
        if model._meta.label == PRIVATE:
            made.made_by, made.is_shared = str(self.chance.choice(self.members).pk), self.chance.random() < 0.3
            made.dropped_at = self.chance.choice([None, None, self.now])
        if NEEDS.get(model._meta.label, lambda row: None)(made) is False or self.is_taken(made):
            return None
        return made

    def owner(self, lead, values):
        """Return the service and team of what a row is written into; anyone's, when it is about a client."""
        whole = next(iter(values.values()), None)
        if whole is None or (lead.related_model is Client and self.chance.random() < 0.3):
            return self.chance.choice(self.owners)  # another service met the client of this one
        return whole.service, whole.team

    def is_taken(self, row):
        """Test whether there is one such row, of which there may be but one."""
        once = [one.fields for one in row._meta.constraints if isinstance(one, models.UniqueConstraint) and one.fields]
        names = [*once, *((field.name,) for field in row._meta.concrete_fields if field.unique)]
        keys = {(type(row), one, *(str(getattr(row, row._meta.get_field(n).attname)) for n in one)) for one in names}
        keys = {key for key in keys if not {"", "None"} & set(key[2:])}
        if keys & self.used:
            return True
        self.used |= keys
        return False

    def some(self, field, service):
        """Return a row that a foreign key may lead to."""
        found = self.made.get(field.related_model, [])
        found = [row for row in found if service is None or row.service_id == service.pk]
        if not found or (field.null and self.chance.random() < 0.3):
            return None
        return self.chance.choice(found)

    def value(self, field, service):
        if field.is_relation:
            return self.related(field, service)
        if field.has_default():
            return field.get_default()
        if field.null:
            return None
        if field.choices:
            chosen = [value for value, _name in field.flatchoices if value != ""]
            return "" if field.blank else self.chance.choice(chosen)
        self.number += 1
        return self.plain(field)

    def plain(self, field):
        kinds = {
            models.CharField: lambda: "" if field.blank else f"{self.number:x}"[-(field.max_length or 9) :],
            models.DateTimeField: lambda: self.now - timedelta(days=1, seconds=self.number),
            models.DateField: lambda: timezone.localdate(self.now) - timedelta(days=1),
            models.TimeField: lambda: self.now.time(),
            models.UUIDField: new_id,
            models.JSONField: dict,
            models.BinaryField: lambda: b"x",
            models.TextField: lambda: "" if field.blank else f"{self.number:x}",
            models.BooleanField: lambda: True,
            models.DecimalField: lambda: 1,
            models.IntegerField: lambda: 1 + self.number % 20,
        }
        return next((make() for kind, make in kinds.items() if isinstance(field, kind)), "")

    def related(self, field, service):
        whole = field.related_model
        label = whole._meta.label
        if label == "network.Membership":
            return self.chance.choice(self.members)
        if label == "network.Service":
            return service
        if issubclass(whole, Owned):
            same = None if whole is Client and self.chance.random() < 0.3 else service
            return self.some(field, same) or (self.some(field, None) if not field.null else None)
        if field.null:
            return None
        return self.past_grant(service) if whole is Grant else self.stranger(whole)

    def stranger(self, model):
        """A row of a table that nobody owns."""
        fields = [field for field in model._meta.concrete_fields if field.name not in OWNER]
        return model.objects.create(**{field.name: self.value(field, None) for field in fields})

    def past_grant(self, service):
        """A grant that opened something once: what is open now the world itself draws."""
        ids, long_ago = {"subject_id": new_id(), "grantee_id": new_id()}, self.now - timedelta(days=9000)
        return Grant.objects.create(
            holder=service, kinds=1, basis="own_look", starts_at=long_ago, ends_at=long_ago, **ids
        )


def in_order(found: Iterable[type[Owned]]) -> list[type[Owned]]:
    """Return the models so that each comes after those its rows are written into."""
    left, ordered = list(found), []
    while left:
        ready = [model for model in left if not (wholes(model) & set(left)) - {model}]
        assert ready, f"These lead to one another: {left}"
        ordered += ready
        left = [model for model in left if model not in ready]
    return ordered


def wholes(model) -> set[type]:
    fields = [field.related_model for field in model._meta.concrete_fields if field.is_relation]
    return {one for one in fields if issubclass(one, Owned)}


def told(model: type[Owned]) -> list[Record]:
    """Tell all rows of a model in plain words, in one query."""
    mine = ["is_shared", "made_by", "dropped_at"] if model._meta.label == PRIVATE else []
    about = {"it_is_about": models.F(model.subject)}
    about |= {"kind_it_tells": models.F(model.tells_in)} if model.tells_in else {}
    about |= {f"names_{n}": models.F(path) for n, path in enumerate(ways_to(Client, model))}
    about |= {f"party_{n}": models.F(path) for n, path in enumerate(ways_to(Party, model))}
    about |= {f"case_{n}": models.F(path) for n, path in enumerate(ways_to(Case, model))}
    clients, alone = clients_of_parties(), clients_of_parties(is_alone=True)
    found = model._base_manager.order_by("pk").values("pk", *OWNING, *mine, **about)
    kinds, at_home, where = names(model.tells), model.shared != models.Q(), leads_to_place(model)
    where = where or model._meta.label in SAY_WHERE
    return [
        Record(
            id=str(row["pk"]),
            what=model._meta.label,
            house=str(row["organisation"]),
            service=str(row["service"]),
            team=row["team"] and str(row["team"]),
            tells=names(row["kind_it_tells"]) if model.tells_in else kinds,
            about=row["it_is_about"] and str(row["it_is_about"]),
            at_home=at_home,
            makers=makers(**{name: row[name] for name in mine}) if mine else None,
            names=frozenset(str(id) for name, id in row.items() if name.startswith("names_") and id).union(
                *(clients.get(id, ()) for name, id in row.items() if name.startswith("party_"))
            ),
            where=where,
            alone=frozenset().union(*(alone.get(id, ()) for name, id in row.items() if name.startswith("case_"))),
        )
        for row in found
    ]


def clients_of_parties(*, is_alone=False) -> dict:
    """Return which clients each party of a case is; or each case that is about one party alone."""
    ties = Tie.objects.filter(party__is_alone=True) if is_alone else Tie.objects.all()
    found: dict = {}
    for one, client in ties.order_by("pk").values_list("party__case_id" if is_alone else "party_id", "client_id"):
        found.setdefault(one, set()).add(str(client))
    return found


def ways_to(named, model, deep=6) -> list[str]:
    """Return every chain of columns by which a row names a client, a party of a case, or a case."""
    found = ["pk"] if model is named else []
    for field in model._meta.concrete_fields:
        if field.related_model is named:
            found.append(field.attname)
        elif (
            field.is_relation and field.related_model is not model and issubclass(field.related_model, Owned) and deep
        ):
            found += [f"{field.name}__{rest}" for rest in ways_to(named, field.related_model, deep - 1)]
    return found


def leads_to_place(model, deep=6) -> bool:
    """Test whether a chain of columns leads to a place."""
    wholes = {field.related_model for field in model._meta.concrete_fields if field.is_relation} - {model}
    owned = [one for one in wholes if issubclass(one, Owned)]
    return Place in wholes or (deep > 0 and any(leads_to_place(one, deep - 1) for one in owned))


def names(kinds: int) -> frozenset:
    return frozenset(name for kind, name in NAMES.items() if kind & kinds)


def makers(*, is_shared, made_by, dropped_at):
    """A saved report is its maker's alone until it is given to the service; a dropped one is nobody's."""
    return "nobody" if dropped_at else None if is_shared else made_by
