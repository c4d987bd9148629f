"""What to beware of in old minutes, said in the language of whoever looks at them now."""

from django.utils import dates
from django.utils.translation import gettext_lazy as _

SAID = {
    "undated": _("The minutes do not say on which day the group met."),
    "titled": _("Line %(line)s says %(day)s, the title says %(other)s."),
    "next": _("Line %(line)s: the next meeting, %(day)s, is not after this one."),
    "unreal": _("There is no day %(said)s (line %(line)s)."),
    "weekday": _("%(day)s is no %(said)s, it is %(real)s (line %(line)s)"),
    "repeated": _("Line %(line)s says %(day)s, the minutes are of %(other)s."),
}


def told(what: str, line: int, values: dict[str, str | int]) -> str:
    """Return a warning in words; a weekday is kept as its number."""
    said = {name: str(dates.WEEKDAYS[one]) if isinstance(one, int) else one for name, one in values.items()}
    return str(SAID[what]) % (said | {"line": str(line)})
