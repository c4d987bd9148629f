"""One encounter in a line of words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.codelists.words import lasting
from spojka.encounters import vitals
from spojka.encounters.models import OverrideKind, Side
from spojka.encounters.words import signs_in_words
from spojka.ui.words import number

register = template.Library()


@register.simple_tag
def who(encounter):
    """Say who was on the other side, in a word or a code."""
    if encounter.side == Side.CODE:
        return encounter.client.code if encounter.client else encounter.get_side_display()  # whose is not shown
    if encounter.side == Side.TALLY and not encounter.people:
        return _("a find, nobody met")
    if encounter.side == Side.TALLY:
        return ngettext("%(n)s person", "%(n)s people", encounter.people) % {"n": number(encounter.people)}
    return _("anonymous")


@register.simple_tag
def said(encounter, words):
    """Say what was given and talked about, or what was done when there was neither."""
    handed = [_counted(words.of("material", code), quantity) for code, quantity in encounter.parts.handouts]
    if back := sum(quantity for _code, quantity in encounter.parts.taken):
        handed.append(_("back %(n)s×") % {"n": number(back)})
    topics = [words.of(list, code) for list, code in encounter.parts.topics]
    done = [_counted(words.of("act", code), quantity) for code, quantity in encounter.parts.acts]
    return " · ".join([*handed, *topics] or done) or _("no more was written")


def _counted(name, quantity):
    return name if quantity == 1 else f"{name} {quantity}×"


@register.simple_tag
def override(words, one):
    """Say which rule was left aside, and by how much."""
    if one.kind == OverrideKind.ELIGIBILITY:
        return one.get_kind_display()
    name = words.of(one.list, one.code)
    if one.kind == OverrideKind.INTERVAL:
        return _("%(name)s: after %(ago)s, the least is %(time)s") % {
            "name": name,
            "ago": lasting(one.came_to),
            "time": lasting(one.most),
        }
    return _("%(name)s: %(n)s, the most is %(most)s") % {"name": name, "n": one.came_to, "most": one.most}


@register.simple_tag
def word(words, list, code):
    """Return the name of a code."""
    return words.of(list, code)


@register.simple_tag
def taken_back(words, one):
    """Say what came back, whose it was and how it was counted."""
    return words.taken(one.code, one.quantity, one.source, one.is_estimated)


@register.filter
def get(mapping, key):
    """Look a key up; nothing is found as nothing."""
    return mapping.get(key, "")


@register.filter
def measured(signs):
    """Say what vital signs were measured."""
    return signs_in_words(signs.figures) or _("not fully alert")


@register.filter
def in_range(signs):
    """Say in which range a pressure lies, and that 155 was to be called."""
    rules = vitals.rules(signs.day)
    band = vitals.pressure(signs, rules)
    said = [_("in the range: %(name)s") % {"name": vitals.pressure_name(band, signs.day)}] if band else []
    return "; ".join([*said, *([_("a reason to call 155")] if vitals.calls(signs, rules) else [])])
