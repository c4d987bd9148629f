from django.conf import settings
from django.http import QueryDict

from spojka.web import errors

COOKIE, FIELD, HEADER = "whose", "page_of", "X-Who"  # see ui/whose.js
THEIR_OWN = {"phone_send", "account_logout", "set_language"}  # the queue answers for itself; the others write nothing


class WhoseMiddleware:
    """Let a page save nothing in a colleague's name: somebody else may have signed in since it was opened.

    Each page says whose it is. A cookie says who is signed in now, so that an old page stays as it is, with all that
    was typed; this is for pages that could not know. Forms of the field ask by themselves, see Opened.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        now = str(request.user.pk) if request.user.is_authenticated else ""
        if now and request.COOKIES.get(COOKIE) != now:
            response.set_cookie(COOKIE, now, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        elif not now and COOKIE in request.COOKIES:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or request.resolver_match.view_name in THEIR_OWN:
            return None
        said, now = self._said(request), self._now(request)
        return errors.another(request) if said and now and said != now else None

    def _said(self, request) -> str:
        is_form = request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data")
        fields = request.POST if is_form else QueryDict()
        if fields.get("opened_by"):
            return ""
        return request.headers.get(HEADER) or fields.get(FIELD, "")

    def _now(self, request) -> str:
        if request.user.is_authenticated:
            return str(request.user.pk)
        worker = request.tablet.worker if request.tablet else None
        return str(worker.user_id) if worker else ""
