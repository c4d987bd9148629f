import json
from collections import defaultdict
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q
from django.utils.functional import cached_property

from spojka.base.sealed import seal
from spojka.ui.words import legible

AT_HOME = Q(pk__in=[])  # nothing of it leaves the service
YEARS = 5
MENDED = ("texts", "voided_why")  # what lies sealed where a row may be taken back


def sealed(said: dict[str, str]) -> str:
    """Return what was written, by the name of the field, as one sealed text."""
    return seal(json.dumps({name: text for name, text in said.items() if text}, ensure_ascii=False))


class Sealed:
    """A row whose words lie sealed together in the column `texts`."""

    texts: str
    sealed: ClassVar[tuple[str, ...]] = ("texts",)

    @cached_property
    def said(self) -> dict[str, str]:
        """What was written, by the name of the field, else nothing; what can't be unsealed is told once."""
        words = legible(self.texts)
        try:
            return defaultdict(str, json.loads(words))
        except ValueError:
            return defaultdict(str, lost=words)


class Mended:
    """A row that is never changed nor erased: taken back with a reason, or put right by another one."""

    voided_at: datetime | None
    voided_why: str

    @property
    def holds(self) -> bool:
        return self.voided_at is None

    @property
    def newer(self) -> Any:
        """The row that puts this one right, if any."""
        return getattr(self, "corrected", None)

    @property
    def why_not(self) -> str:
        return legible(self.voided_why) if self.voided_why else ""
