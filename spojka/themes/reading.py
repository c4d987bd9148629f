"""The cards of a service as they are on a day: its own wording, or ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spojka.codelists.catalogue import Catalogue, Item
from spojka.codelists.words import SURENESS

from . import shipped
from .models import OwnCard


@dataclass(frozen=True, kw_only=True)
class Card:
    """What can be said to one theme."""

    code: str
    name: str  # of the theme
    icon: str
    title: str
    lead: str
    say: tuple[str, ...]
    source: str
    sureness: str
    own: OwnCard | None


def cards(lists: Catalogue, own: Iterable[OwnCard]) -> list[Card]:
    """Return a card for each theme that the service has; a theme nobody worded has no sentences."""
    last = standing(own, lists.on)
    return [_card(item, last.get(item.code)) for item in lists.items("theme")]


def standing(own: Iterable[OwnCard], on: date) -> dict[str, OwnCard]:
    """Return the wording of each theme that counts on a day: of those that hold, the one that was written last."""
    holding = [one for one in own if one.valid_from <= on]
    inorder = sorted(holding, key=lambda one: (one.valid_from, one.recorded_at, one.pk))
    return {one.theme: one for one in inorder}


def default_words(theme: str) -> dict[str, str]:
    """Return our words to a theme in both languages, as the form takes them; nothing if we have none."""
    usual, found = shipped.cards().get(theme), {}
    for tongue in ("cs", "en") if usual else ():
        lines = [getattr(one, tongue) for one in usual.sentences]
        words = {"title": getattr(usual.title, tongue), "lead": getattr(usual.lead, tongue), "text": "\n".join(lines)}
        found |= {f"{name}_{tongue}": text for name, text in words.items()}
    return found


def _card(item: Item, own: OwnCard | None) -> Card:
    about = {"code": item.code, "name": item.name, "icon": item.icon or "message-2"}
    if own and not own.is_default:
        said = {"title": own.title, "lead": own.lead, "say": tuple(own.say)}
        return Card(**about, **said, source="", sureness="", own=own)
    usual = shipped.cards().get(item.code)
    if usual is None:
        return Card(**about, title=item.name, lead="", say=(), source="", sureness="", own=own)
    sure = str(SURENESS[usual.sureness])
    said = {"title": str(usual.title), "lead": str(usual.lead), "say": tuple(map(str, usual.sentences))}
    return Card(**about, **said, source=str(usual.source), sureness=sure, own=own)
