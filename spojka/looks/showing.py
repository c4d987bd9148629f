"""How a page of the client's own look is shown: to whoever has a good cookie, for a while, in their language."""

from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from spojka.access import fence
from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.ui.http import ask
from spojka.ui.tongues import TONGUES

from . import demo_sheet, doors, forms
from .beside import TABS
from .lookers import YEAR
from .opening import has_shared, withheld
from .reading import withheld_shared
from .tongues import COOKIE, chosen

HOME = "/my/"
KIOSK = "own_kiosk"  # remembered by a computer that stands in the service for everybody
KIOSK_IDLE = timedelta(minutes=2)
WITH = ("service__organisation", "organisation", "merged_into")


def own(*methods, is_writing=False):
    """Let a view be seen by whoever has a good cookie; the time begins anew with each page.

    The view gets the client; who looks is `request.actor`. Where one writes, a kiosk waits as long as a phone.
    """

    def mark(view):
        @open_to_all
        @require_http_methods([*methods])
        @wraps(view)
        def run(request, **kwargs):
            with override(chosen(request)):
                now = timezone.now()
                looker = doors.looker_of(request.COOKIES.get(doors.COOKIE, ""), now)
                if looker is None:
                    return ask_in(request, forms.Enter())
                fence.tell(looker.actor)  # untold again by the middleware
                request.actor, request.withheld = looker.actor, dict(withheld(looker.link, now))
                client = reach(
                    Client, doors.subject_of(looker), by=looker.actor, to=Permission.CLIENT_VIEW, related=WITH
                )
                request.has_case = has_shared(looker.link, now)
                if request.has_case:
                    request.withheld |= withheld_shared(client, looker.actor, now)
                return remember(request, view(request, client, **kwargs), looker.link, is_writing)

        return run

    return mark


def page(request, template, client, here, **said):
    """Show a part of the look; `part` in what is said is the one that may be withheld."""
    return render(request, template, framed(request, client, here) | {"back": back(request, said.get("part"))} | said)


def back(request, part):
    """Return when a part is shown again, nothing if it is shown."""
    return request.withheld.get(part)


def framed(request, client, here):
    """Return what stands around each page."""
    tabs = [one for one in TABS if request.has_case or not one.of_case]
    return {"client": client, "here": here, "tabs": tabs, "tongues": TONGUES}


def ask_in(request, form) -> HttpResponse:
    """Ask for the letters of the paper."""
    answer = ask(request, "looks/own/enter.html", form, tongues=TONGUES, letters=demo_sheet.letters(timezone.now()))
    answer.delete_cookie(doors.COOKIE, path=HOME, samesite="Strict")
    return speak(request, answer)


def remember(request, answer, link, is_writing=False):
    """Let the device stay open for a while."""
    kept = {"max_age": doors.IDLE, "path": HOME, "httponly": True, "samesite": "Strict"}
    answer.set_cookie(doors.COOKIE, doors.cookie_of(link), **kept, secure=settings.SESSION_COOKIE_SECURE)
    # what stands on the screen goes with the cookie, by a head that needs no script; not sooner where one writes
    is_kiosk = bool(request.COOKIES.get(KIOSK))
    idle = KIOSK_IDLE if is_kiosk and not is_writing else doors.IDLE
    answer["Refresh"] = f"{int(idle.total_seconds())}; url={HOME}{'leave/' if is_kiosk else ''}"
    return speak(request, answer)


def place(request, answer):
    """Remember that this computer stands in the service for everybody, or that it does not any more."""
    if request.GET.get("kiosk") == "1":
        answer.set_cookie(KIOSK, "1", max_age=YEAR, path=HOME, httponly=True, samesite="Strict")
    elif request.GET.get("kiosk") == "0":
        answer.delete_cookie(KIOSK, path=HOME, samesite="Strict")
    return answer


def speak(request, answer):
    """Remember the language that was chosen."""
    if request.GET.get("lang") in TONGUES:
        answer.set_cookie(COOKIE, request.GET["lang"], path=HOME, samesite="Strict")
    return answer
