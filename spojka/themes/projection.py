"""The projection and the same as a table, open to all: they hold shipped words alone, nothing of any service.

The language stands in the address, so that a laptop without network keeps both.
"""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from . import body, shipped


def _in_its_language(view):
    @wraps(view)
    def shown(request, language):
        if language not in dict(settings.LANGUAGES):
            raise Http404
        with override(language):
            return view(request, next(code for code, _name in settings.LANGUAGES if code != language))

    return shown


@open_to_all
@require_safe
def lead(request):
    """Lead to the projection in the reader's language."""
    return redirect("projection_stage", get_language())


@open_to_all
@require_safe
@_in_its_language
def stage(request, other):
    """Show the projection."""
    classes = [(number % 10, one.code, str(one.short)) for number, one in enumerate(shipped.classes().values(), 1)]
    said = {"slides": body.slides(), "classes": classes, "tabs": body.tabs(), "other": other}
    return render(request, "themes/projection.html", said)


@open_to_all
@require_safe
@_in_its_language
def table(request, other):
    """Say the same in words, for those who listen or want to read it in peace."""
    source, sureness = shipped.projection_source()
    lines = [(str(one.name), list(one.effects.values())) for one in shipped.classes().values()]
    pairs = [(_together(one.of), one) for one in shipped.combinations()]
    said = {"systems": shipped.systems().values(), "lines": lines, "pairs": pairs, "risks": shipped.RISKS}
    words = {"bases": shipped.BASES, "sure": shipped.SURENESS, "source": source, "sureness": sureness, "other": other}
    return render(request, "themes/table.html", said | words)


def _together(halves):
    """Return a pair as one reads it: the second one does not begin with a capital, unless it is letters alone."""
    first, second = (shipped.name_of(half) for half in halves)
    inside = second if second[:2].isupper() else second[:1].lower() + second[1:]
    return f"{first[:1].upper()}{first[1:]} + {inside}"
