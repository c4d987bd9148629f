"""Error pages: a clear sentence and the reference number, in both languages, with nothing of what was typed."""

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

log = logging.getLogger("spojka.request")


def wants_no_page(request):
    """Test whether a script asks: it could do nothing with the page of the way in, and would take it for an answer."""
    asked = request.headers
    return (
        asked.get("HX-Request") == "true"
        or "return=minimal" in asked.get("Prefer", "")
        or asked.get("Accept", "").startswith("application/json")
    )


def _page(request, status, title, text, back=""):
    # without the token the frame offers no language switch, which would repeat the address with what was typed in it
    said = {
        "title": title,
        "text": text,
        "back": back,
        "reference": getattr(request, "reference", ""),
        "csrf_token": "",
    }
    return render(request, "web/error.html", said, status=status)


def bad_request(request, exception=None):
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return too_large(request)
    return _page(request, 400, _("This can't be understood"), _("Go back, please, and try it once more."))


def not_found(request, exception=None):
    return _page(
        request, 404, _("Nothing is here for you"), _("Either it does not exist, or it belongs to somebody else.")
    )


def too_large(request, most=0):
    """Say how much there may be: of text, or of the `most` bytes that a page with files takes."""
    if most:
        text = _("Nothing was saved. It may have %(n)s MB at most; make it smaller or divide it.")
        return _page(request, 413, _("The file is too large"), text % {"n": most // 1_000_000}, request.path)
    text = _("Nothing was saved. Shorten the text to 2,000 characters and save again.")
    return _page(request, 413, _("This is too long"), text)


def no_length(request):
    return _page(
        request,
        411,
        _("This can't be understood"),
        _("It does not say how long it is. Nothing was saved."),
    )


def signed_out(request):
    return _page(request, 401, _("You are signed out"), _("Nothing was saved. Sign in and save it again, please."))


def another(request):
    """Say that the page was opened by somebody else; it shows nobody's, so that what they typed waits for them."""
    title = _("Somebody else is signed in here now")
    text = _(
        "The page was opened by another worker, so nothing was saved. Let them sign in on another tab, "
        "then go back and save it again."
    )
    return _page(request, 409, title, text)


def only_sent(request, allowed):
    """Say it where a browser asks anew for the answer to a form, as a phone does that opens its tabs again."""
    text = _("A form was sent here, and it can't be opened again. Go back to the page where you wrote it.")
    answer = _page(request, 405, _("Nothing to open here"), text)
    answer.headers["Allow"] = allowed
    return answer


def csrf(request, reason=""):
    if not request.user.is_authenticated and wants_no_page(request):
        return signed_out(request)
    return _page(
        request,
        403,
        _("The page was open too long"),
        _("Nothing was saved. Load the page again and repeat it, please."),
    )


def failed(request):
    """Log where it broke, in a view or in any layer around it, and say so; the frame may be broken too."""
    note(request, "failed")
    title, text = _("Something broke on our side"), _("Try it again in a while. If it goes on, tell us the reference.")
    try:
        return _page(request, 500, title, text)
    except Exception:
        note(request, "error page failed")
        said = [str(title), str(text), getattr(request, "reference", "")]
        return HttpResponse("\n".join(said), status=500, content_type="text/plain; charset=utf-8")


def note(request, message):
    """Log the kind of the fault and its places. Its own text may hold what somebody typed, so it is left out."""
    fault = sys.exc_info()
    view = getattr(getattr(request, "resolver_match", None), "view_name", None)
    extra = {"reference": getattr(request, "reference", ""), "error": getattr(fault[0], "__name__", ""), "view": view}
    log.error(message, exc_info=fault, extra=extra)
