"""What every template knows about the frame it stands in."""

from django.http import HttpRequest


def base(request: HttpRequest) -> dict[str, str]:
    """Templates say `{% extends base %}` or `{% extends field_base %}`: a whole page, or its main part for htmx."""
    if wants_part(request):
        return {"base": "ui/part.html", "field_base": "ui/part.html"}
    return {"base": "ui/page.html", "field_base": "ui/field.html"}


def wants_part(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part; it says 'full' itself when it replaces the body or picks from the page."""
    asked = request.headers
    return (
        asked.get("HX-Request") == "true"
        and asked.get("HX-Request-Type") != "full"
        and asked.get("HX-History-Restore-Request") != "true"
    )
