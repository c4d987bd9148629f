"""Receipts: given as a paper and as a file to who works with the client, checked by anybody."""

import json

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import Http404, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.consents import reading
from spojka.consents.models import KINDS, Consent
from spojka.ui.http import ask, done, posted
from spojka.ui.tongues import TONGUES

from . import content, doors, giving, keys, token
from .forms import Check

RELATED = ("client__service", "service", "organisation")


@require_safe
def paper(request, id):
    """Give the receipt as a paper, in the language that the client reads."""
    asked = request.GET.get("lang")
    with override(asked if asked in TONGUES else get_language()):
        return giving.paper(_told(request, id), request.build_absolute_uri("/receipt/"))


@require_safe
def file(request, id):
    """Give the receipt as a file that machines read."""
    return giving.file(_told(request, id))


@open_to_all
@require_http_methods(["GET", "POST"])
def check(request):
    """Check a receipt: the browser by itself; asked by the form, we say whether it still holds, too."""
    asked = request.GET.get("lang")
    with override(asked if asked in TONGUES else get_language()):
        form, found = Check(posted(request)), []
        known = keys.known()
        done(form, lambda: found.append(token.read(form.cleaned_data["token"], known)))
        said = {"keys": json.dumps({one["kid"]: one["x"] for one in keys.published(known)})}
        said["kinds"] = [(int(kind), content.kinds_of(kind)[0]) for kind in KINDS]
        if found:
            stands = doors.standing(found[0], timezone.now())
            shown = content.shown(found[0])
            said |= {"shown": shown, "stands": stands, "each": list(zip(shown.whom, stands.each, strict=False))}
        return ask(request, "receipts/check.html", form, **said)


@open_to_all
@require_safe
def published(request):
    """Publish the public keys by which receipts are checked, also those of before."""
    return JsonResponse({"keys": keys.published(keys.known())}, headers={"Access-Control-Allow-Origin": "*"})


def _told(request, id):
    consent = reach(Consent, id, by=request.actor, to=Permission.CONSENT_VIEW, related=RELATED)
    if consent.is_opposed:  # nothing was agreed
        raise Http404
    return reading.told([consent], request.actor, timezone.now())[0]
