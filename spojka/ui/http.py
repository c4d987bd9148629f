"""Answers that all views give in the same way."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render

from spojka.base.errors import Refusal
from spojka.base.ids import new_id

from .sheets import BOM, safe

V = TypeVar("V", bound=Callable[..., HttpResponse])
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROOM = 100_000  # bytes for the other fields of a form


def takes_files(most: int) -> Callable[[V], V]:
    """Let a view be sent files of `most` bytes together; others are refused before they are read. Outermost."""

    def mark(view: V) -> V:
        view.takes_bytes = most + ROOM  # type: ignore[attr-defined]
        return view

    return mark


def sendable(view: V) -> V:
    """Let a form's view be sent to from a phone's queue, too (web/envelope.py). Outermost."""
    view.sendable = True  # type: ignore[attr-defined]
    return view


def wants_little(request: HttpRequest) -> bool:
    """Say whether the sender wants no page back (RFC 7240): a phone that empties its queue."""
    return "return=minimal" in request.headers.get("Prefer", "")


def year_of(request: HttpRequest, today: date) -> int:
    """Return the year that the address asks for, else this one."""
    asked = request.GET.get("year", "")
    return int(asked) if asked.isascii() and asked.isdigit() and 2000 <= int(asked) <= 2100 else today.year


def give_table(rows: Iterable[Sequence[str | int]], name: str) -> HttpResponse:
    """Give rows, heads first, as a file for a spreadsheet; no text in it becomes a formula."""
    out = io.StringIO()
    cells = ([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(cells)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse((BOM + out.getvalue()).encode(), content_type="text/csv; charset=utf-8", headers=headers)


def give_paper(body: bytes, name: str) -> HttpResponse:
    """Give a paper to be looked at and printed; `name` is what it is called when somebody keeps it."""
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def give_document(body: bytes, name: str) -> HttpResponse:
    """Give a document for a word processor (DOCX) to be kept under this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.docx"'}
    return HttpResponse(body, content_type=DOCX, headers=headers)


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent for a form, None when it is only opened: an empty sending is a sending too."""
    return request.POST if request.method == "POST" else None


def ask(request: HttpRequest, template: str, form: BaseForm, **context: Any) -> HttpResponse:
    """Show a form: 200 at first, 422 when it comes back to be repaired; to a phone's queue only what is wrong."""
    back = form.is_bound and not form.is_valid()
    if back and wants_little(request):
        return JsonResponse({"errors": form.errors, "codes": codes_of(form)}, status=422)
    return render(request, template, {"form": form} | context, status=422 if back else 200)


def done(form: BaseForm, deed: Callable[[], Any]) -> bool:
    """Do what the form was filled in for. False: ask again, what is wrong stands at its field."""
    if not form.is_valid():
        return False
    try:
        deed()
    except Refusal as refusal:
        refused(form, refusal)
        return False
    return True


def refused(form: BaseForm, refusal: Refusal) -> BaseForm:
    """Put the sentence of a rule that said no where it belongs: at its field, or above the form."""
    field = refusal.field if refusal.field in form.fields else None
    if refusal.code == "changed" and "id" in form.fields:  # what was saved stays: the next sending is another row
        form.data = form.data.copy()
        form.data[form.add_prefix("id")] = str(new_id())
    form.add_error(field, ValidationError(str(refusal), code=refusal.code or None))
    return form


def codes_of(form: BaseForm) -> list[str]:
    """Return the codes of what was said no to above the form."""
    return [one.code for one in form.non_field_errors().as_data() if one.code]
