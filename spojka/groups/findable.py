"""What is found of groups: a group by its name or purpose, a theme by its words."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Source, register

from .models import Group

VIEW = Permission.WORKING_GROUP_VIEW


def _groups(asked: Asked, by: Actor, most: int) -> Iterable[Hit]:
    if not by.may(VIEW) or len(asked.text) < 2:
        return []
    named = Q(name__icontains=asked.text) | Q(purpose__icontains=asked.text) | Q(area__icontains=asked.text)
    found = read(rows(Group, by=by, to=VIEW).filter(named).order_by("name", "pk")[:most], by=by, to=VIEW)
    slug = by.organisation.slug if by.organisation else ""
    return [Hit(title=one.name, url=reverse("groups:group", args=[slug, one.pk]), detail=one.area) for one in found]


register(
    Source(key="groups", title=pgettext_lazy("of organisations", "Groups"), icon="users-group", rank=24, find=_groups)
)
