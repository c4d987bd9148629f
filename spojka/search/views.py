from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from spojka.ui.context_processors import wants_part

from .answer import answer
from .asked import MOST_LETTERS, Asked
from .registry import sources


@require_http_methods(["GET", "POST"])
def search(request):
    """Ask for words and answer them. They come in the body: an address would stay in histories and logs."""
    typed, only = request.POST.get("q", ""), request.POST.get("only", "")
    if only and only not in {source.key for source in sources()}:
        raise Http404
    asked = Asked.of(typed)
    said = {"asked": asked, "only": only, "groups": answer(asked, request.actor, only)}
    said["is_cut"] = len(typed) > MOST_LETTERS
    is_part = request.method == "POST" and wants_part(request)
    return render(request, "search/_found.html" if is_part else "search/search.html", said)
