"""Remembered settings in words, without asking the database: filters by their number alone."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.figures import periods
from spojka.figures.protect import AUDIENCES, Audience
from spojka.ui.words import days

FILTERS = ("service", "event", "place", "setting", "project", "municipality", "orp", "region")


def told(settings: Mapping[str, str], today: date) -> list[str]:
    """Return what settings say: the period, for whom, beside what, and how much is left out."""
    words = [_period(settings, today)]
    if (audience := settings.get("for", "")) in AUDIENCES:
        words.append(str(AUDIENCES[Audience(audience)]))
    if settings.get("against"):
        words.append(_("beside an earlier period"))
    if count := sum(1 for name in FILTERS if settings.get(name)):
        words.append(ngettext("%(n)s filter", "%(n)s filters", count) % {"n": count})
    return words


def _period(settings: Mapping[str, str], today: date) -> str:
    if period := periods.named(settings.get("period", ""), today):
        return _("%(period)s, moves with the calendar") % {"period": period.name}
    return days(date.fromisoformat(settings["from"]), date.fromisoformat(settings["to"]))
