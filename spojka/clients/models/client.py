from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.figures.marking import Marked
from spojka.network.models import Service
from spojka.search.columns import Words, WordsIndex

from .. import finding


class Client(Owned):
    """A person known by a code to one service, whichever team met them: one code is one person.

    Contacts belong to teams; a member narrowed to a team sees that the code is known, not what others did.
    A row that was merged stays: its code leads to the one it was merged into (leading.py), also in search.
    """

    code = models.CharField(max_length=24)
    nickname = models.CharField(max_length=40, blank=True)  # what they want to be called; never in the full-text
    nickname_key = models.CharField(max_length=40, blank=True, editable=False)  # without diacritics and case
    merged_into = models.ForeignKey("self", models.PROTECT, related_name="merged", null=True, blank=True)
    sex = models.CharField(max_length=10, blank=True)  # code of the list sex
    recorded_by = models.CharField(max_length=60)  # Actor.id
    words = Words(also=("code", "merged_into"))

    tells = Kind.ANYTHING
    walled = True
    kept = Kept(years=3, since="the last contact", personal=("code", "nickname", "nickname_key", "sex"))

    class Meta(Owned.Meta):
        indexes = [
            WordsIndex(name="client_words"),
            models.Index(fields=["service", "nickname_key"], name="client_nickname", condition=~Q(nickname_key="")),
        ]
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="client_marked", subject="id", kind="client", of=("sex",)),
            models.UniqueConstraint(fields=["service", "code"], name="client_code_once"),
        ]

    def __str__(self) -> str:
        return self.code

    def said_codes(self) -> set[str]:
        """Return what each of its codes is found by: each of its ends, and itself with a letter left out."""
        codes = [self.code, *([] if self._state.adding else self.other_codes())]
        return set().union(*(finding.parts(code) | finding.slips(code) for code in codes))

    @property
    def is_findable(self) -> bool:
        return self.merged_into_id is None

    def other_codes(self) -> list[str]:
        """Return the codes that lead here since they were merged or changed."""
        return [row.code for row in self.led_here()]

    def led_here(self) -> "list[Client]":
        """Return the rows whose codes lead here, merged into this one or into one of them."""
        found: list[Client] = []
        above = {self.pk}
        while above:
            rows = list(Client.objects.filter(merged_into__in=above).order_by("recorded_at", "pk"))
            found += rows
            above = {row.pk for row in rows}
        return found


class CodeTemplateQuerySet(OwnedQuerySet):
    def in_force(self, service: Service, on: date) -> "CodeTemplate | None":
        """Return the service's template of the day; None means the shipped one."""
        return self.filter(service=service, valid_from__lte=on).order_by("-valid_from", "-recorded_at", "pk").first()


class CodeTemplate(Owned):
    """From which answers, and how much of each, a service makes codes. A new one is a new row."""

    parts = models.JSONField()  # [{"ask": "mother_first_name", "take": 2}, …], see codes.py
    valid_from = models.DateField()

    objects = CodeTemplateQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        verbose_name = _("code template")
