from spojka.base.sealed import seal, unseal

from .models import DisclosureLine, DisclosureRequest


def reseal() -> int:
    """Seal all texts of the register anew by the newest key; return how many rows there were."""
    many = 0
    for model in (DisclosureRequest, DisclosureLine):
        for row in model.objects.select_for_update().order_by("pk"):
            said = {name: getattr(row, name) for name in model.sealed}
            row.change(**{name: seal(unseal(text)) for name, text in said.items() if text})
            many += 1
    return many
