from .consent import KINDS, Consent, ConsentSigner, ConsentWay, SignerRole, SignerWord
from .opening import Opening, OpeningBasis, Told
from .recipients import ConsentRecipient, EndedWhy
from .scan import ConsentScan

__all__ = [
    "KINDS",
    "Consent",
    "ConsentRecipient",
    "ConsentScan",
    "ConsentSigner",
    "ConsentWay",
    "EndedWhy",
    "Opening",
    "OpeningBasis",
    "SignerRole",
    "SignerWord",
    "Told",
]
