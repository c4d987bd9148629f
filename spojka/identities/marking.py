"""By what an identity is found."""

from . import sealing
from .models import Identity, IdentityMark
from .sealing import Person


def remark(identity: Identity, person: Person) -> None:
    """Mark an identity by the newest key; older marks go."""
    identity.marks.all().delete()
    pairs = sealing.marks(person, identity.service_id)
    own = identity.ownership
    IdentityMark.add_all(
        [IdentityMark(**own, identity=identity, kind=kind, mark=mark) for kind, mark in sorted(pairs)]
    )
