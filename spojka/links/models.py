from datetime import datetime

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record


class Link(Record):
    """A way in that holds once and until a moment. The token itself is known to its receiver alone."""

    purpose = models.CharField(max_length=20)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    kept = Kept(years=1, since="its end")

    def is_open(self, at: datetime) -> bool:
        """Test whether the link still leads somewhere."""
        return self.used_at is None and self.withdrawn_at is None and at < self.expires_at
