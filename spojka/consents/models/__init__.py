from .consent import KINDS, Consent, ConsentSigner, ConsentWay, SignerRole, SignerWord
from .recipients import ConsentRecipient, EndedWhy

__all__ = [
    "KINDS",
    "Consent",
    "ConsentRecipient",
    "ConsentSigner",
    "ConsentWay",
    "EndedWhy",
    "SignerRole",
    "SignerWord",
]
