import logging
import secrets
import time

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers

from spojka.ui.importmap import csp_hash, release
from spojka.web import errors

log = logging.getLogger("spojka.request")
READABLE = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: people read references over the phone


class GuardMiddleware:
    """Give each request a reference number, refuse huge bodies, set the security headers, log without persons.

    What breaks is logged by errors.failed, which hears of every layer inside this one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.reference = "".join(secrets.choice(READABLE) for _ in range(8))
        started = time.perf_counter()
        response = self._refuse(request) or self.get_response(request)
        if response.status_code == 405 and request.method == "GET" and not errors.wants_no_page(request):
            response = errors.only_sent(request, response.headers["Allow"])
        self._set_headers(request, response)
        self._tell_unsaved(request, response)
        view = getattr(request.resolver_match, "view_name", None) if request.resolver_match else None
        log.info(
            "answered",
            extra={
                "reference": request.reference,
                "view": view,
                "method": request.method,
                "status": response.status_code,
                "ms": round((time.perf_counter() - started) * 1000),
            },
        )
        return response

    def _refuse(self, request):
        """Answer at once what is too large, or does not say how large it is: Django would take it for empty."""
        if request.headers.get("Transfer-Encoding"):
            return errors.no_length(request)
        said = request.headers.get("Content-Length") or "0"
        if not said.isdigit() or int(said) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return None
        most = self._most(request)
        return errors.too_large(request, most) if int(said) > most else None

    def _most(self, request):
        """Return how much the view takes: a few take files, see ui.http.takes_files."""
        try:
            return getattr(resolve(request.path_info).func, "takes_bytes", 0)
        except Resolver404:
            return 0

    def _tell_unsaved(self, request, response):
        """Tell the page's scripts that what was sent was not saved, so that the draft is kept: see ui/drafts.js."""
        broken = response.status_code >= 400 and response.status_code != 422  # 422 brings the form back, filled in
        if request.method == "POST" and (broken or getattr(response, "unsaved", False)):
            response.set_cookie("unsent", "1", samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)

    def _set_headers(self, request, response):
        also = "".join(f" {origin}" for origin in getattr(request, "second_ways", ()))  # hubs of the worker's stands
        response.headers.setdefault(
            "Content-Security-Policy",
            f"default-src 'none'; script-src 'self' '{csp_hash()}'; style-src 'self'; img-src 'self' data:; "
            f"font-src 'self'; connect-src 'self'{also}; manifest-src 'self'; worker-src 'self'; "
            "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        )
        response.headers["X-Reference"] = request.reference
        response.headers["X-Release"] = release()  # a phone keeps a page only with the files that it was made for
        patch_vary_headers(response, ["HX-Request"])
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")  # a shared phone must not show it by 'back'
