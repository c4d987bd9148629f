from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor

from .asked import Asked
from .excerpt import pieces
from .registry import Hit, Source, names, pages, register, sources
from .stems import forms_of_name

MOST, MORE = 8, 50  # lines of a group at once, and when it stands alone


@dataclass(frozen=True)
class Group:
    """The hits of one kind, each with the pieces of its note. `has_more`: there are others, told without a number."""

    source: Source
    hits: Sequence[tuple[Hit, list[tuple[str, bool]]]]
    has_more: bool


def answer(asked: Asked, by: Actor, only: str = "") -> list[Group]:
    """Return what `by` may see of what was asked for, by kinds."""
    if asked.is_empty:
        return []
    asked, most = asked.naming(names(by)), MORE if only else MOST
    wanted = [source for source in sources() if only in ("", source.key)]
    groups = ((source, list(source.find(asked, by, most + 1))) for source in wanted)
    return [
        Group(source, [_told(hit, asked) for hit in hits[:most]], len(hits) > most) for source, hits in groups if hits
    ]


def _told(hit: Hit, asked: Asked) -> tuple[Hit, list[tuple[str, bool]]]:
    return hit, pieces(hit.note, asked.words) if hit.note else []


def _pages(asked: Asked, by: Actor, most: int) -> list[Hit]:
    slug = [by.organisation.slug] if by.organisation else []
    found = [page for page in pages(by) if asked.meets(forms_of_name(f"{page.title} {page.words}"))]
    return [
        Hit(title=str(page.title), url=reverse(page.view, args=slug if page.of_house else [])) for page in found[:most]
    ]


register(Source(key="pages", title=_("Pages of Spojka"), icon="arrow-right", rank=10, find=_pages))
