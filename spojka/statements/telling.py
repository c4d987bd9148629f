"""What the pages of a case tell of statements: a tab, and lines of what went on."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.cases.beside import Source, Tab, register_moved, register_source, register_tab
from spojka.cases.blanks import Blank, register_blank
from spojka.cases.models import Case
from spojka.partners import documents as agreements_between

from . import documents
from .models import AgreedDirection, AgreedDuty, AgreedPace, Reply, Statement, TeamAgreement

VIEW = Permission.STATEMENT_VIEW


def _current(case: Case, by: Actor, about: Any) -> Q:
    """What was clarified stands folded in the line of what clarified it."""
    return Q(case=case, clarified=None)


def _open(case: Case, by: Actor, about: Any) -> Q:
    """What was said to a statement stands apart only until it is clarified: then all is in one exchange."""
    return Q(case=case, statement__clarified=None)


register_blank(
    Blank("team-agreement", _("Agreement of the professionals of one case"), documents.empty_agreement, 40),
    Blank(
        "organisations", _("Agreement between organisations"), agreements_between.blank, 41,
        _("With the name of your organisation; the other side, criteria, terms and duties are written by hand."),
    ),
)  # fmt: skip
register_moved(TeamAgreement, AgreedPace, AgreedDirection, AgreedDuty)  # they belong to who coordinates
register_tab(Tab("statements", "statements:list", _("Statements"), VIEW, 30))
WHOSE = ("about", "service", "organisation", "said_by")
register_source(
    "statement",
    Source(
        _("statements"), Statement, VIEW, "at", "about", words=True, related=(*WHOSE, "supersedes__said_by"),
        of_kind=True, template="statements/_line.html", where=_current, along="supersedes",
    ),
)  # fmt: skip
register_source(
    "reply",
    Source(
        _("what was said to statements"), Reply, VIEW, "at", "about", related=(*WHOSE, "whose"),
        of_kind=True, template="statements/_line.html", where=_open,
    ),
)  # fmt: skip
