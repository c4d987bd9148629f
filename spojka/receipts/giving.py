"""A receipt given away, to who works with the client and to the client alike."""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import get_language

from spojka.consents.reading import Told
from spojka.ui.http import give_paper

from . import content, documents, shapes


def paper(told: Told, address: str) -> HttpResponse:
    """Return the answer that holds the paper. `address` is of the page that checks receipts."""
    language = get_language()
    tongue = "" if language == "cs" else f"?lang={language}"
    return give_paper(documents.receipt(told, address + tongue), "spojka-doklad")


def file(told: Told) -> HttpResponse:
    """Return the answer that holds the file."""
    said = content.said_of(told)
    name = {"Content-Disposition": 'attachment; filename="spojka-doklad.json"'}
    how = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(shapes.document(said, content.signed(said)), json_dumps_params=how, headers=name)
