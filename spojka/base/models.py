from collections.abc import Iterable, Sequence
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone

from .ids import new_id
from .keeping import Kept


def following(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """Return the columns of `model` that are made of those named, and so change with them."""
    changed = set(names)
    columns = model._meta.concrete_fields
    return [field.name for field in columns if not changed.isdisjoint(getattr(field, "derived_from", ()))]


class Record(models.Model):
    """A row of ours: a UUIDv7 made by whoever writes it first, server or phone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    kept: ClassVar[Kept]

    class Meta:
        abstract = True

    def add(self) -> Self:
        """Check the row's own fields and insert it. A known id is an error, never an overwrite."""
        self._check()
        self.save(force_insert=True)
        return self

    @classmethod
    def add_all(cls, rows: Sequence[Self]) -> None:
        """Check the fields of many rows, as add() does, and insert them in few statements."""
        for row in rows:
            row._check()
        cls._default_manager.bulk_create(rows, batch_size=500)

    def change(self, **fields: object) -> Self:
        """Set `fields`, check the row and store just them."""
        for name, value in fields.items():
            setattr(self, name, value)
        self._check()
        self.save(update_fields=[*fields, *following(type(self), fields)])
        return self

    def _check(self) -> None:
        """Check fields without a query: foreign keys, constraints and uniqueness are the database's own work."""
        keys = {field.name for field in self._meta.concrete_fields if field.is_relation}
        self.full_clean(exclude=keys, validate_unique=False, validate_constraints=False)
