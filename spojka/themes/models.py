from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER

MOST_SENTENCES = 6
LONGEST = 180  # characters of a sentence: it is read aloud, in the dark
TEXT = MOST_SENTENCES * (LONGEST + 2)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that has one on each line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def few_and_short(text: str) -> None:
    """Refuse what nobody could say at a stand."""
    said = sentences(text)
    if len(said) > MOST_SENTENCES:
        raise ValidationError(_("A card has at most six sentences, each on its own line."))
    if any(len(one) > LONGEST for one in said):
        raise ValidationError(_("A sentence has at most 180 characters. Split the long one."))


class OwnCard(Owned):
    """What a service says to one theme from a day on. Never changed: the last one counts. Empty texts: the default."""

    theme = models.CharField(max_length=20)  # code of the list theme
    valid_from = models.DateField()
    title_cs = models.CharField(max_length=60, blank=True)
    lead_cs = models.CharField(max_length=120, blank=True)
    text_cs = models.CharField(max_length=TEXT, blank=True, validators=[few_and_short])
    title_en = models.CharField(max_length=60, blank=True)
    lead_en = models.CharField(max_length=120, blank=True)
    text_en = models.CharField(max_length=TEXT, blank=True, validators=[few_and_short])
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "service_id"  # what a grant to everybody names: all cards of the service at once
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="own_card_whole",  # a wording has a title and a text, 'the default again' has neither
                condition=Q(title_cs="", text_cs="") | ~Q(title_cs="") & ~Q(text_cs=""),
                violation_error_message=_("A card needs its title and at least one sentence."),
            ),
        ]
        indexes = [models.Index(fields=["service", "theme", "-valid_from"], name="own_card_by_theme")]

    def __str__(self) -> str:
        return self.title or self.theme

    @property
    def is_default(self) -> bool:
        return not self.text_cs

    @property
    def title(self) -> str:
        return self._said("title")

    @property
    def lead(self) -> str:
        return self._said("lead")

    @property
    def say(self) -> list[str]:
        return sentences(self._said("text"))

    def _said(self, name: str) -> str:
        """Return the words in the reader's language; what was not written in English stays in Czech."""
        czech: Any = getattr(self, f"{name}_cs")
        return str(czech if get_language() == "cs" else getattr(self, f"{name}_en") or czech)
