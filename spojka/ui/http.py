"""Answers that all views give in the same way."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from spojka.base.errors import Refusal


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent for a form, None when it is only opened: an empty sending is a sending too."""
    return request.POST if request.method == "POST" else None


def ask(request: HttpRequest, template: str, form: BaseForm, **context: Any) -> HttpResponse:
    """Show a form: 200 at first, 422 when it comes back to be repaired."""
    back = form.is_bound and not form.is_valid()
    return render(request, template, {"form": form} | context, status=422 if back else 200)


def refused(form: BaseForm, refusal: Refusal) -> BaseForm:
    """Put the sentence of a rule that said no where it belongs: at its field, or above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    return form
