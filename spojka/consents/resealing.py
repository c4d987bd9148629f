from spojka.base.sealed import seal, unseal

from .models import Consent, ConsentRecipient, ConsentSigner, Opening


def reseal() -> int:
    """Seal all texts of consents anew by the newest key; return how many rows there were."""
    many = 0
    for model in (Consent, ConsentSigner, ConsentRecipient, Opening):
        for row in model.objects.select_for_update().order_by("pk"):
            said = {name: getattr(row, name) for name in model.sealed}
            if sealed := {name: seal(unseal(text)) for name, text in said.items() if text}:
                row.change(**sealed)
                many += 1
    return many
