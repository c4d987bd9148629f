from spojka.base.sealed import Resealed
from spojka.members.resealing import reseal_texts

from .models import Consent, ConsentRecipient, ConsentSigner, Opening


def reseal() -> Resealed:
    """Seal all texts of consents anew by the newest key."""
    return reseal_texts(Consent, ConsentSigner, ConsentRecipient, Opening)
