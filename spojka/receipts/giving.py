"""A receipt given away, to who works with the client and to the client alike."""

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language

from spojka.access.actor import Actor
from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.consents.models import Consent
from spojka.consents.reading import Told, told
from spojka.ui.http import give_paper

from . import content, documents, shapes


def told_of(consent: UUID, by: Actor) -> Told:
    """Return the consent of which somebody may have a receipt. Raises Http404 where nothing was agreed, too."""
    found = reach(
        Consent, consent, by=by, to=Permission.CONSENT_VIEW, related=("client__service", "service", "organisation")
    )
    if found.is_opposed:
        raise Http404
    return told([found], by, timezone.now())[0]


def paper(told: Told, address: str) -> HttpResponse:
    """Return the answer that holds the paper. `address` is of the page that checks receipts."""
    language = get_language()
    tongue = "" if language == "cs" else f"?lang={language}"
    return give_paper(documents.receipt(told, address + tongue), "doklad")


def file(told: Told) -> HttpResponse:
    """Return the answer that holds the file. Its name says nothing of us: it lies in the client's phone."""
    said = content.said_of(told)
    name = {"Content-Disposition": 'attachment; filename="doklad.json"'}
    how = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(shapes.document(said, content.signed(said)), json_dumps_params=how, headers=name)
