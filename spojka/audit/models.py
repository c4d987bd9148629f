from typing import Any, NoReturn

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **fields: Any) -> NoReturn:
        raise TypeError("What was audited stays.")

    def delete(self) -> NoReturn:
        raise TypeError("What was audited stays.")


class AppendOnly(models.Model):
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was audited stays.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("What was audited stays.")


class Entry(AppendOnly, Record):
    """One deed on one row, or one page read. `subject_id` is the row of a deed; a page's rows are in Seen."""

    verb = models.CharField(max_length=60)  # a Permission for a deed, the page's name for reading
    is_reading = models.BooleanField(default=False)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=60, db_index=True)  # membership, link, sheet, pass, receipt or command
    role = models.CharField(max_length=30, blank=True)
    organisation_id = models.UUIDField(null=True)
    service_id = models.UUIDField(null=True)
    tablet_id = models.UUIDField(null=True)  # the shared tablet it was done at
    subject_model = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True, db_index=True)

    kept = Kept(years=10, since="the deed")

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "-recorded_at"], name="audit_by_house")]


class Seen(AppendOnly):
    """One row that a page showed."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="seen")
    model = models.CharField(max_length=60)
    row_id = models.UUIDField(db_index=True)

    kept = Kept(years=10, since="the reading")


class Taken(AppendOnly, Record):
    """A file of rows that somebody took away: too many to name each in Seen, so what was asked for is kept.

    The address says which rows; the digest tells whether a file that turned up somewhere is this one.
    """

    entry = models.OneToOneField(Entry, models.PROTECT, related_name="taken")
    services = models.TextField(blank=True)  # ids of the services whose rows could be in it
    asked = models.CharField(max_length=1000, blank=True)  # the filters, as the address said them
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256 of what was sent
    is_whole = models.BooleanField()  # False: it broke off, but what was sent is out

    kept = Kept(years=10, since="the reading")
