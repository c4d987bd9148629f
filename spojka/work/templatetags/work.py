from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def called(names: dict[str, str], code: str) -> str:
    """Return the name of a code; the code itself when no list has it any more."""
    return names.get(code, code)


@register.filter
def spent(minutes: int) -> str:
    """Say minutes as hours and minutes."""
    hours, rest = divmod(int(minutes), 60)
    if hours and not rest:
        return _("%(h)s h") % {"h": hours}
    return _("%(h)s h %(m)s min") % {"h": hours, "m": rest} if hours else _("%(m)s min") % {"m": rest}
