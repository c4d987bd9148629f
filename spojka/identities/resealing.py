"""All identities sealed and marked anew by the newest key, so that an old one can be taken away."""

from spojka.base.sealed import Resealed

from . import sealing
from .marking import remark
from .models import Identity


def reseal() -> Resealed:
    """Seal and mark all anew; one that no key opens stays as it is."""
    told = Resealed()
    for one in Identity.objects.select_for_update().exclude(sealed="").order_by("pk"):
        person = sealing.opened(one.sealed, one.client_id)
        if person is None:
            told += Resealed(lost=1)
            continue
        one.change(sealed=sealing.seal(person, one.client_id))
        remark(one, person)
        told += Resealed(1)
    return told
