"""What a tally sheet asks: the lists of the service, on paper and on the page where it is typed in alike."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from spojka.codelists.catalogue import Catalogue, Item

AS_COUNT = "A"  # acts that a list lets be recorded as a count only


@dataclass(frozen=True)
class Part:
    """One list of the sheet; `key` is the field of the form."""

    key: str
    list: str
    name: str
    items: tuple[Item, ...]


def parts(lists: Catalogue) -> list[Part]:
    """Return the lists in the order of the sheet."""
    acts = tuple(item for item in lists.items("act") if _is_counted(item))
    return [
        Part("materials", "material", _("What they got"), lists.items("material")),
        Part("themes", "theme", _("What you talked about"), lists.items("theme")),
        Part("acts", "act", _("Acts"), acts),
    ]


def _is_counted(item: Item) -> bool:
    return AS_COUNT in item.extra.get("modes", ()) and item.is_with_people
