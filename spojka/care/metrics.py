"""What is counted of rapid tests and groups.

A result stands on its test's own page alone: figures by results are sums, no list of records is behind them, and what
leaves the house shows all results of a kind or none.
"""

from django.db.models import Case, Count, Exists, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from spojka.encounters import further
from spojka.encounters.further import Further
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import PERSON, SESSION, TEST, Metric, Privacy
from spojka.figures.registry import register

from .models import GroupAttendee, GroupSession, RapidTest, RapidTestStep, Result, StepKind

NO_DIAGNOSIS = _("A reactive rapid test is no diagnosis.")


def _steps(kind):
    """Return the standing steps of a kind of a test."""
    return RapidTestStep.objects.filter(test=OuterRef("pk"), kind=kind, voided_at=None)


def _when(kind):
    return Subquery(_steps(kind).order_by("occurred_at").values("occurred_at")[:1])


_KNOWN = GroupAttendee.objects.filter(session=OuterRef("pk")).standing().order_by().values("session")
KNOWN = Coalesce(Subquery(_KNOWN.annotate(n=Count("pk")).values("n")), 0)


further.register(
    Further(
        name="rapid_tests",
        model=RapidTest,
        file=__file__,
        columns={
            "code": F("kind"),
            "result": F("result"),
            "is_taken": Case(When(due_from=None, then=0), default=1),
            "is_referred": Case(When(Exists(_steps(StepKind.REFERRED)), then=1), default=0),
        },
        whole=("is_taken", "is_referred"),
        own={
            "happened_at": Coalesce(_when(StepKind.TAKEN), _when(StepKind.TALK), "recorded_at"),
            "recorded_by": F("taken_by"),
        },
    ),
    Further(
        name="group_sessions",
        model=GroupSession,
        file=__file__,
        columns={
            "code": F("act"),
            "others": F("others"),
            "known": KNOWN,
        },
        whole=("others", "known"),
        own={"happened_at": F("starts_at")},
    ),
)


def _came(result):
    return lambda rows: (rows.is_taken > 0) & (rows.result == result)


def _of_result(code, name, definition, result):
    return Metric(
        code=code,
        name=name,
        definition=definition,
        unit=TEST,
        table="rapid_tests",
        counts=_("a test"),
        where=_came(result),
        within="tests",
        splits="tests",
        rest_of=("tests",),
        items="test_kind",
        is_sealed=True,
    )


register(
    Metric(
        code="tests",
        name=_("Rapid tests"),
        definition=_(
            "Rapid tests that were taken, by what they are of. One that ended with the talk before it is none; "
            "two tests of one person are two."
        ),
        unit=TEST,
        table="rapid_tests",
        counts=_("a test"),
        where=lambda rows: rows.is_taken > 0,
        items="test_kind",
    ),
    _of_result(
        "tests.nonreactive", _("Nonreactive tests"), _("Tests that were read as nonreactive."), Result.NONREACTIVE
    ),
    _of_result("tests.reactive", _("Reactive tests"), NO_DIAGNOSIS, Result.REACTIVE),
    _of_result(
        "tests.invalid", _("Invalid tests"), _("Tests that showed nothing that could be read."), Result.INVALID
    ),
    _of_result(
        "tests.not_read",
        _("Tests not read in time"),
        _("Tests that nobody read while they could be."),
        Result.NOT_READ,
    ),
    Metric(
        code="tests.referred",
        name=_("Reactive tests with a referral"),
        definition=_("Reactive tests after which somebody was referred to care. The others declined, or it waits."),
        unit=TEST,
        table="rapid_tests",
        counts=_("a test"),
        where=lambda rows: _came(Result.REACTIVE)(rows) & (rows.is_referred > 0),
        within="tests.reactive",
        rest_of=("tests.reactive",),
        items="test_kind",
        is_sealed=True,
    ),
    Metric(
        code="groups.sessions",
        name=_("Group sessions"),
        definition=_("Meetings of groups, by the act that they were. Voided ones do not count."),
        unit=SESSION,
        table="group_sessions",
        counts=_("a session"),
        privacy=Privacy.WORK,
        items="act",
    ),
    Metric(
        code="groups.people",
        name=_("Participants of groups"),
        definition=_("Everybody who came to each session: who comes to three sessions counts three times."),
        unit=PERSON,
        table="group_sessions",
        counts=_("a session"),
        amount=lambda rows: rows.known + rows.others,
        within="groups.sessions",
        items="act",
    ),
    Metric(
        code="groups.coded",
        name=_("Participants under a code"),
        definition=_("Participants of group sessions whom the service knows by a code."),
        unit=PERSON,
        table="group_sessions",
        counts=_("a session"),
        where=lambda rows: rows.known > 0,
        amount=lambda rows: rows.known,
        within="groups.people",
        rest_of=("groups.people",),
        items="act",
    ),
)

indicators.register(
    "health",
    Line(code="tests", cs="Orientační testy", en="Rapid tests", metric="tests"),
    Line(code="test", cs="Testy", en="Tests", metric="tests", by="item", each=True),
    Line(code="reactive", cs="Reaktivní výsledky (nejsou diagnózou)", en="Reactive results (no diagnosis)",
         metric="tests.reactive"),
    Line(code="referred", cs="Reaktivní výsledky s odkazem do péče", en="Reactive results referred to care",
         metric="tests.referred"),
)  # fmt: skip
indicators.register(
    "groups",
    Line(code="sessions", cs="Setkání skupin", en="Group sessions", metric="groups.sessions"),
    Line(code="people", cs="Účastníci (každý na každém setkání)", en="Participants (each at each session)",
         metric="groups.people"),
    Line(code="coded", cs="Účastníci pod kódem", en="Participants under a code", metric="groups.coded"),
)  # fmt: skip
