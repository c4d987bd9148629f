"""Checks of contacts: what they lack, and what of them can't have been so."""

from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.encounters.models import Act, Encounter, Handout, Shift, Side, Topic, TopicKind
from spojka.encounters.words import Words
from spojka.ui.words import moment

from .. import limits
from ..check import Asked, Check, Mend, Severity

FEW = 200  # shifts with contacts outside of them that are told at once
TIMES = ("started_at", "planned_start", "ended_at", "planned_end", "closed_at")


def correct(row: Any) -> Mend:
    """A contact is mended by correcting it."""
    return Mend("encounters:correct", row.pk, _("Correct the contact"))


CONTACT: dict[str, Any] = {
    "model": Encounter,
    "mend": correct,
    "state": Cast("version", CharField()),
    "order": ("-day", "-occurred_at", "-pk"),
    "related": ("client", "shift__event", "shift__place"),
}


def standing(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(voided_at=None)


def _no_act(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    contacts = standing(rows).exclude(side=Side.TALLY)
    return contacts.filter(~Exists(Act.objects.filter(encounter=OuterRef("pk"))))


def _no_theme(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Of those who took nothing and gave no reason either: nobody can tell what they came for."""
    talked = Topic.objects.filter(encounter=OuterRef("pk"), kind=TopicKind.THEME)
    given = Handout.objects.filter(encounter=OuterRef("pk"))
    contacts = standing(rows).exclude(side=Side.TALLY).filter(shift__setting__in=limits.talking(asked.last))
    return contacts.filter(~Exists(talked), ~Exists(given), reason="")


def _minutes(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Acts of one contact that together lasted too long, or were timed and have no minutes."""
    mine = Act.objects.filter(encounter=OuterRef("pk")).order_by()
    together = mine.values("encounter").annotate(all=Sum("minutes")).values("all")
    contacts = standing(rows).exclude(side=Side.TALLY).annotate(together=Subquery(together))
    return contacts.filter(Q(together__gt=limits.whole("act_minutes", asked.last)) | Q(is_timed=True, together=0))


def _doubled(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """The later one of two; of one's own, either of them."""
    near = timedelta(minutes=limits.whole("double_minutes", asked.last))
    others = Encounter.objects.allowed(asked.by, Permission.QUALITY_VIEW).filter(voided_at=None)
    others = others.filter(client=OuterRef("client"), service=OuterRef("service"))
    others = others.exclude(recorded_by=OuterRef("recorded_by")).filter(
        occurred_at__gte=OuterRef("occurred_at") - near
    )
    earlier = others.filter(occurred_at__lte=OuterRef("occurred_at"))
    earlier = earlier.filter(Q(occurred_at__lt=OuterRef("occurred_at")) | Q(pk__lt=OuterRef("pk")))
    either = others.filter(occurred_at__lte=OuterRef("occurred_at") + near)
    near_one = either if asked.whose else earlier
    other_at = near_one.order_by("occurred_at", "pk").values("occurred_at")[:1]
    return standing(rows).filter(Exists(near_one), client__isnull=False).annotate(other_at=other_at)


def _outside(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    odd = asked.once("odd shifts", lambda: _odd_shifts(rows, asked))
    outside = [Q(shift=one) & (Q(occurred_at__lt=one.opens) | Q(occurred_at__gt=one.shuts)) for one in odd]
    return standing(rows).filter(reduce(or_, outside)) if outside else rows.none()


def _odd_shifts(rows: QuerySet[Any], asked: Asked) -> list[Shift]:
    """Return shifts with contacts outside of them, by the ends that an index gives: reckoning with times is slow."""
    ends = standing(rows).order_by().values_list("shift").annotate(first=Min("occurred_at"), last=Max("occurred_at"))
    spans = {shift: span for shift, *span in ends}
    shifts = Shift.objects.filter(day__range=(asked.first, asked.last), service__in=asked.by.services)
    shifts = shifts.only(*TIMES).order_by("-day", "-pk")
    return [one for one in shifts if not all(one.holds(at) for at in spans.get(one.pk, ()))][:FEW]


def _late(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    return standing(rows).filter(is_late=True)


def _unknown(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Clients of whom no contact of a year before the last day says the sex, or none the age."""
    met = standing(Encounter.objects.allowed(asked.by, Permission.QUALITY_VIEW)).filter(client=OuterRef("pk"))
    year = timedelta(days=limits.whole("known_days", asked.last))
    since = min(asked.first, asked.last - year)
    lately = met.filter(occurred_at__range=_moments(since, asked.last), day__range=(since, asked.last))
    here = met.filter(occurred_at__range=_moments(asked.first, asked.last), day__range=(asked.first, asked.last))
    here = here.filter(recorded_by=asked.whose) if asked.whose else here
    newest = lately.order_by("-occurred_at", "-pk").values("pk")[:1]
    no_sex = Q(sex="") & ~Q(Exists(lately.exclude(sex="")))
    no_age = ~Q(Exists(lately.exclude(age_band="")))
    return rows.filter(Exists(here)).filter(no_sex | no_age).annotate(newest=newest)


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    """Return a span that holds the shifts of days, wherever they begin and end: an index of the client has it."""
    ends = (first - timedelta(days=1), last + timedelta(days=3))
    return tuple(timezone.make_aware(datetime.combine(one, time())) for one in ends)


def _mend_client(row: Client) -> Mend:
    """The client's newest contact is where sex and age are filled in."""
    return Mend("encounters:correct", row.newest, _("Correct the newest contact"))


def _length(row: Any, words: Words) -> str:
    total = sum(act.minutes for act in row.acts.all())
    return gettext("%(n)s min") % {"n": total}


def _when(row: Any, words: Words) -> str:
    shift: Shift = row.shift
    return gettext("the shift was %(start)s – %(end)s") % {"start": moment(shift.start), "end": moment(shift.end)}


def _other(row: Any, words: Words) -> str:
    return gettext("the other one %(at)s") % {"at": moment(row.other_at)}


def _arrived(row: Any, words: Words) -> str:
    return gettext("came %(at)s") % {"at": moment(row.recorded_at)}


CONTACTS = (
    Check(
        code="contact-no-act",
        severity=Severity.MISSING,
        name=_("Contacts without any act"),
        why=_("Acts are what most funders count; such a contact adds none."),
        faulty=_no_act,
        **CONTACT,
    ),
    Check(
        code="contact-no-theme",
        severity=Severity.MISSING,
        name=_("Contacts without a theme where one is expected"),
        why=_("Nothing was given and no reason said either: nobody can tell what these people came for."),
        faulty=_no_theme,
        **CONTACT,
    ),
    Check(
        code="client-unknown",
        severity=Severity.MISSING,
        name=_("Clients under a code without sex or age all year"),
        why=_("Reports break people down by sex and age; these stand under ‘not stated’."),
        model=Client,
        faulty=_unknown,
        limits=("known_days",),
        mend=_mend_client,
        own=lambda worker: Q(),
        dated=False,
        order=("-recorded_at", "-pk"),
    ),
    Check(
        code="contact-late",
        severity=Severity.MISSING,
        name=_("Late records that nobody looked at"),
        why=_("They came after the shift was closed, so its summary was other when the crew signed off."),
        faulty=_late,
        details=_arrived,
        **CONTACT,
    ),
    Check(
        code="contact-minutes",
        severity=Severity.IMPROBABLE,
        name=_("Minutes that are missing or improbable"),
        why=_("Hours with people and contacts by the regional method are made of these minutes."),
        faulty=_minutes,
        limits=("act_minutes",),
        parts=("acts",),
        details=_length,
        **CONTACT,
    ),
    Check(
        code="contact-double",
        severity=Severity.IMPROBABLE,
        name=_("One client twice within two minutes, by two workers"),
        why=_("Perhaps both wrote down the same contact, and it counts twice."),
        faulty=_doubled,
        limits=("double_minutes",),
        details=_other,
        **CONTACT,
    ),
    Check(
        code="contact-outside",
        severity=Severity.CONTRADICTORY,
        name=_("Contacts that happened outside of their shift"),
        why=_("They count for the day and place of a shift that did not run then."),
        faulty=_outside,
        details=_when,
        **CONTACT,
    ),
)
