from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.consents.models import KINDS
from spojka.files.cleaning import FileKind
from spojka.files.storing import SealedFileField
from spojka.ui.words import legible

from .case import Case
from .people import Party


class FileQuerySet(OwnedQuerySet):
    def there(self) -> Self:
        """Files that were not erased."""
        return self.filter(removed_at=None)


class CaseFile(Owned):
    """A letter, a report, a picture of a paper: of one party and one kind, as an entry is; sealed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="files")
    about = models.ForeignKey(Party, models.PROTECT, related_name="files")
    kind = models.PositiveSmallIntegerField()  # one of KINDS
    at = models.DateTimeField()  # the day of the paper
    name = models.TextField()  # sealed: what it is
    file = SealedFileField(blank=True)
    form = models.CharField(max_length=5, choices=FileKind)
    size = models.PositiveIntegerField()  # bytes, unsealed
    added_by = models.CharField(max_length=60)  # Actor.id
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.CharField(max_length=60, blank=True)
    removed_why = models.CharField(max_length=200, blank=True)

    objects = FileQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("name",)
    tells = Kind.ANYTHING
    tells_in = "kind"
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("name", "file", "removed_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="casefile_kind", condition=Q(kind__in=[int(kind) for kind in KINDS])),
            models.CheckConstraint(name="casefile_form", condition=Q(form__in=FileKind.values)),
            models.CheckConstraint(name="casefile_removed", condition=Q(removed_at=None) | Q(file="")),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="casefile_newest")]

    @property
    def called(self) -> str:
        return legible(self.name)
