from typing import Self

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.files.cleaning import FileKind
from spojka.files.storing import SealedFileField

from .consent import Consent


class ScanQuerySet(OwnedQuerySet):
    def there(self) -> Self:
        """Scans that were not erased."""
        return self.filter(removed_at=None)


class ConsentScan(Owned):
    """The signed paper of a consent, as a sealed file. It never leaves its service: the client has a copy in hand."""

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="scans")
    file = SealedFileField(blank=True)  # erased with the row's personal columns
    kind = models.CharField(max_length=5, choices=FileKind)
    size = models.PositiveIntegerField()  # bytes, unsealed
    added_by = models.CharField(max_length=60)  # Actor.id
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.CharField(max_length=60, blank=True)
    removed_why = models.CharField(max_length=200, blank=True)

    objects = ScanQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    subject = "consent__client_id"
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="its end", personal=("file",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="consentscan_kind", condition=Q(kind__in=FileKind.values)),
            models.CheckConstraint(name="consentscan_removed", condition=Q(removed_at=None) | Q(file="")),
        ]
