"""How one table is to be read: what its columns mean, and what holds for all its rows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ONCE = {  # what one column can mean, in the order in which it is offered
    "date": pgettext_lazy("column", "day"),
    "time": pgettext_lazy("column", "hour"),
    "person": pgettext_lazy("column", "client's code or name"),
    "people": pgettext_lazy("column", "number of people"),
    "sex": pgettext_lazy("column", "sex"),
    "age": pgettext_lazy("column", "age"),
    "birth_year": pgettext_lazy("column", "year of birth"),
    "user_kind": pgettext_lazy("column", "kind of user"),
    "reason": pgettext_lazy("column", "why they came"),
    "place": pgettext_lazy("column", "place"),
    "event": pgettext_lazy("column", "event"),
    "setting": pgettext_lazy("column", "setting"),
    "worker": pgettext_lazy("column", "worker"),
    "acts": pgettext_lazy("column", "acts in words"),
    "minutes": pgettext_lazy("column", "minutes in all"),
    "materials": pgettext_lazy("column", "material in words"),
    "themes": pgettext_lazy("column", "themes in words"),
    "substances": pgettext_lazy("column", "substances in words"),
    "breath": pgettext_lazy("column", "breath value"),
    "first": pgettext_lazy("column", "first contact (only compared)"),
    "note": pgettext_lazy("column", "note"),
}
EACH = {  # a column for one item of a list
    "act": pgettext_lazy("column", "how many times: act"),
    "act_minutes": pgettext_lazy("column", "minutes of an act"),
    "material": pgettext_lazy("column", "how many: material"),
    "theme": pgettext_lazy("column", "theme (yes or x)"),
    "substance": pgettext_lazy("column", "substance (yes or x)"),
}
LIST_OF = {"act": "act", "act_minutes": "act", "material": "material", "theme": "theme", "substance": "substance"}
MANY = {"note", *EACH}  # several columns may mean it
CARRIES = {"date", "time", "place", "event", "setting", "worker"}  # a merged cell holds for all its rows


class Night:
    """To which day an hour after midnight belongs."""

    CALENDAR, SHIFT, PLAIN = "calendar", "shift", "plain"
    SAID = (
        (CALENDAR, _("The day is that of the calendar: half past one belongs to the shift of the evening before.")),
        (SHIFT, _("The day is the one when the shift began: half past one is already the next day.")),
        (PLAIN, _("Neither: whoever works at half past one began after midnight.")),
    )
    UNTIL = 6  # o'clock


class Names:
    """What to do with names where people come without one."""

    CODE, ANONYMOUS = "code", "anonymous"
    SAID = (
        (ANONYMOUS, _("Leave the name out: the contact is anonymous.")),
        (CODE, _("Use it as the client's code. It is a nickname, or the person agreed.")),
    )


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Which column means what, and the answers that hold for the whole table."""

    fields: Mapping[str, str] = field(default_factory=dict)  # head: target, such as date or act:KP
    year: int | None = None  # of days written without one
    usual_time: str = "12:00"  # of rows without an hour
    night: str = ""
    names: str = ""
    place: str = ""  # id of the place of rows without one
    setting: str = ""
    breath_unit: str = ""
    fills_down: bool = False  # an empty day means the one above
    makes_places: bool = False

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "Plan":
        """Return a plan as it was stored, whichever version wrote it."""
        return cls(**{name: value for name, value in said.items() if name in cls.__dataclass_fields__})

    @property
    def stored(self) -> dict[str, Any]:
        return asdict(self) | {"fields": dict(self.fields)}

    def columns(self, heads: list[str]) -> dict[str, list[int]]:
        """Return the places of the columns by what they mean."""
        found: dict[str, list[int]] = {}
        for place, head in enumerate(heads):
            if target := self.fields.get(head, ""):
                found.setdefault(target, []).append(place)
        return found
