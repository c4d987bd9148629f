from spojka.base.sealed import Resealed
from spojka.members.resealing import reseal_texts

from .models import DisclosureLine, DisclosureRequest


def reseal() -> Resealed:
    """Seal all texts of the register anew by the newest key."""
    return reseal_texts(DisclosureRequest, DisclosureLine)
