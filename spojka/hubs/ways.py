"""Where pages of a paired phone may send besides headquarters."""

from typing import Any

from django.utils import timezone

from .models import PairedPhone


def of(user: Any) -> list[str]:
    """Return the origins of hubs with which phones of `user` are paired now."""
    if user is None or not user.is_authenticated:
        return []
    paired = PairedPhone.objects.holding(timezone.now()).filter(phone__user=user)
    return sorted(set(paired.values_list("origin", flat=True)))
