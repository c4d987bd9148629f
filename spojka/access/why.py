from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from django.utils.translation import gettext as _

from spojka.ui.words import day

from .actor import Actor
from .models import OF_ALL, Basis, Grant
from .owned import Owned, grounds
from .permissions import Kind, Permission


@dataclass(frozen=True)
class Reason:
    """One ground on which a row is seen. As text it is for the worker's eyes."""

    ground: str
    basis: Basis | None = None
    kinds: Kind | None = None
    until: datetime | None = None

    def __str__(self) -> str:
        if self.ground == "own":
            return _("The record belongs to your service.")
        if self.ground == "house":
            return _("You may read the records of your organisation's other services too.")
        said = {"basis": self.basis.label if self.basis else "", "kinds": str(self.kinds)}
        if self.until is None:
            return _("Shared (%(basis)s): %(kinds)s.") % said
        said["until"] = day(self.until - timedelta(seconds=1), True)  # the last day on which it is open
        return _("Shared until %(until)s (%(basis)s): %(kinds)s.") % said


def why(row: Owned, *, by: Actor, to: Permission) -> list[Reason]:
    """Return every reason why `by` may do `to` with `row`; none means it may not."""
    model = type(row)
    holding = [name for name, rows in grounds(model, by, to).items() if model.objects.filter(rows, pk=row.pk).exists()]
    reasons = [Reason(name) for name in holding if name != "grant"]
    if "grant" in holding:
        subject = reduce(getattr, model.subject.split("__"), row)
        grants = Grant.objects.opening(model, by, to).filter(subject_id=subject)
        for grant in grants.order_by("starts_at", "pk"):
            if grant.kinds & row.kind_told and (grant.basis in OF_ALL or grant.holder_id == row.service_id):
                reasons.append(Reason("grant", Basis(grant.basis), Kind(grant.kinds), grant.ends_at))
    return reasons
