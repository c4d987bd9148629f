"""Receipts: given as a paper and as a file to who works with the client, checked by anybody."""

import json

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from spojka.consents.models import KINDS
from spojka.consents.reading import kind_names
from spojka.ui.http import ask, done, posted
from spojka.ui.tongues import asked

from . import content, doors, giving, keys, token
from .forms import Check


@require_safe
def paper(request, id):
    """Give the receipt as a paper, in the language that the client reads."""
    with override(asked(request)):
        return giving.paper(giving.told_of(id, request.actor), request.build_absolute_uri("/receipt/"))


@require_safe
def file(request, id):
    """Give the receipt as a file that machines read."""
    return giving.file(giving.told_of(id, request.actor))


@open_to_all
@require_http_methods(["GET", "POST"])
def check(request):
    """Check a receipt: the browser by itself; asked by the form, we say whether it still holds, too."""
    with override(asked(request)):
        form, found = Check(posted(request)), []
        known = keys.known()
        done(form, lambda: found.append(token.read(form.cleaned_data["token"], known)))
        said = {"keys": json.dumps({one["kid"]: one["x"] for one in keys.published(known)})}
        said["kinds"] = [(int(kind), name) for kind, name in zip(KINDS, kind_names(), strict=True)]
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
