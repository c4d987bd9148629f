"""The refusal beside a form: it opens by itself when the rule of the service said no to what was typed."""

from datetime import datetime

from django.forms import BaseForm

from spojka.access.actor import Actor
from spojka.codelists.catalogue import Catalogue
from spojka.ui.http import codes_of

from .forms.refusal import Refuse
from .overriding import NotEligible


def ground_of(form: BaseForm) -> str:
    """Return the ground of a refusal that the form was stopped by, or nothing if something else is wrong with it."""
    return NotEligible.code if form.is_bound and NotEligible.code in codes_of(form) else ""


def instead_of(form: BaseForm, *, by: Actor, catalogue: Catalogue, now: datetime) -> Refuse | None:
    """Return a refusal on the ground that the form was stopped by, or nothing if something else is wrong with it."""
    if not (ground := ground_of(form)):
        return None
    return Refuse(actor=by, catalogue=catalogue, now=now, initial={"ground": ground}, auto_id="refusal-%s")
