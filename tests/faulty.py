"""Pages with everything that a crawl should find, and one that is as it should be."""

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import HttpResponse
from django.urls import path

from spojka.codelists.models import Entry
from spojka.web import errors

handler404 = handler403 = errors.not_found
handler500 = errors.failed
HEAD = '<!doctype html><html lang="cs"><head><title>Zkouška</title><meta name="viewport" content="width=device-width">'


def page(body, head=""):
    @open_to_all
    def view(request):
        return HttpResponse(f"{HEAD}{head}</head><body><main><h1>Zkouška</h1>{body}</main></body></html>")

    return view


@open_to_all
def growing(request):
    """Ask once for each row."""
    for code in ("IZA", "x1", "x2", "x3", "x4", "x5"):
        Entry.objects.filter(code=code).first()
    return HttpResponse(f"{HEAD}</head><body>šest otázek</body></html>")


@open_to_all
def steady(request):
    """Ask for all rows at once, of any number, and the same again."""
    for _turn in range(9):
        list(Entry.objects.filter(code__in=["IZA", "x1"][: 1 + _turn % 2]).order_by("pk")[:1])
    return HttpResponse(f'{HEAD}</head><body><p lang="en">Today</p></body></html>')


LINKS = """<a href="/gone/">pryč</a><a href="/twice/">dvakrát</a><a href="/growing/">roste</a>
<a href="/row/1/">řádek</a><a href="/row/2/">řádek</a><a href="/row/3/">řádek</a>
<a href="/wide/">široká</a><a href="/steady/">klidná</a>
<a href="/loud/">hlasitá</a><a href="/static/x.css">styl</a><a href="https://example.org/">jinam</a>
<a href="/way/00000000-0000-0000-0000-000000000000/">skript</a>"""

urlpatterns = [
    path("", page(LINKS)),
    path("twice/", page('<p id="one">1</p><p id="one">2</p><a href="/steady/"><i></i></a><p>Today</p>')),
    path("row/<int:id>/", open_to_all(lambda request, id: HttpResponse("řádek"))),
    path("wide/", page('<canvas width="2000"></canvas><img src="/static/none.png">')),
    path("loud/", page('<img src="/missing.png" alt=""><button></button>')),
    path("growing/", growing),
    path("steady/", steady),
]
