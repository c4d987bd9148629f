"""What is found of statements: by their words, by those who may know their kind."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.cases.findable import within
from spojka.search.registry import Hit, register
from spojka.search.rows import rows_source
from spojka.ui.words import day

from .models import Statement


def _statement(row: Statement, by: Actor) -> Hit:
    url = reverse("statements:statement", args=[by.organisation.slug if by.organisation else "", row.pk])
    holds = _("clarified since") if row.newer else ""
    detail = " · ".join(str(part) for part in (day(row.at, True), holds) if part)
    return Hit(**within(row.case, by, url), detail=detail, note=row.text)


register(
    rows_source(
        "statements", title=_("Statements in cases"), icon="quote", rank=52, model=Statement,
        to=Permission.STATEMENT_VIEW, hit=_statement, related=("case", "clarified"), order=("-at", "-pk"),
    ),
)  # fmt: skip
