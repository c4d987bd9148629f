"""What is found of recommendations: one by its name or what it asks, a call by its name."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Source, register

from .models import GrantCall, Recommendation, StepState
from .reading import VIEW, with_newest


def _recommendations(asked: Asked, by: Actor, most: int) -> Iterable[Hit]:
    if not by.may(VIEW) or len(asked.text) < 2:
        return []
    named = Q(title__icontains=asked.text) | Q(what__icontains=asked.text) | Q(body_name__icontains=asked.text)
    found = rows(Recommendation, by=by, to=VIEW).filter(named).select_related("group").order_by("-proposed_on", "pk")
    slug, names = _slug(by), dict(StepState.choices)
    return [
        Hit(
            title=one.title,
            url=reverse("recommendations:one", args=[slug, one.pk]),
            detail=f"{names.get(one.state, '')} · {one.group}",
        )
        for one in with_newest(read(found[:most], by=by, to=VIEW))
    ]


def _calls(asked: Asked, by: Actor, most: int) -> Iterable[Hit]:
    if not by.may(VIEW) or len(asked.text) < 2:
        return []
    named = Q(name__icontains=asked.text) | Q(giver__icontains=asked.text)
    found = read(rows(GrantCall, by=by, to=VIEW).filter(named).order_by("-closes_on", "pk")[:most], by=by, to=VIEW)
    slug = _slug(by)
    return [
        Hit(title=one.name, url=reverse("recommendations:funding", args=[slug, one.group_id]), detail=one.giver)
        for one in found
    ]


def _slug(by: Actor) -> str:
    return by.organisation.slug if by.organisation else ""


register(
    Source(
        key="recommendations", title=_("Recommendations and measures"), icon="scale", rank=25, find=_recommendations
    ),
    Source(key="calls", title=_("Calls for applications"), icon="calendar-due", rank=26, find=_calls),
)
