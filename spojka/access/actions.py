from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from spojka.audit import log
from spojka.base.errors import Refusal
from spojka.base.within import did

from . import fence
from .actor import Actor
from .owned import Repeated
from .permissions import Permission

A = ParamSpec("A")
R = TypeVar("R", bound=Model)

ACTIONS: dict[Permission, Callable[..., Model]] = {}


def action(permission: Permission, *, on: str, into: str | None = None) -> Callable[[Callable[A, R]], Callable[A, R]]:
    """Make a function a domain action: rights are checked, all is one transaction, and it is audited.

    `on` names the argument whose row the right is checked on; `into` a second one, which may be empty:
    the record, perhaps shared by others, that the new row is written into. An action that raises Repeated
    answers with the row that the first sending made.
    """

    def decorate(func: Callable[A, R]) -> Callable[A, R]:
        if permission in ACTIONS:
            raise ValueError(f"Two actions are called {permission}")
        once = _known_or_new(_checked(func, permission, on=on, into=into), permission)

        @wraps(func)
        def run(*args: A.args, **kwargs: A.kwargs) -> R:
            try:
                return once(*args, **kwargs)
            except IntegrityError:
                if connection.in_atomic_block:  # inside another action: that one starts again
                    raise
            try:
                return once(*args, **kwargs)  # another sender won the race: now its row is there to be seen
            except IntegrityError as fault:
                if not (met := fence.hides(fault)):
                    raise
                raise _refused(met, cast(Actor, kwargs["by"])) from fault

        ACTIONS[permission] = run
        return run

    return decorate


def _refused(met: str, by: Actor) -> Refusal:
    """Say it in words: the database hides the client from whom one is kept apart, so only their code is met."""
    if met == "code" and by.barred:
        return Refusal(_("Ask a colleague to write this down: you are kept apart from this client."), field="code")
    return Refusal(_("This record can't be saved under its number. Please write it once more."))


def _checked(func: Callable[A, R], permission: Permission, *, on: str, into: str | None) -> Callable[A, R]:
    """Ask for the right, do it and remember it: all of it or nothing."""

    def checked(*args: A.args, **kwargs: A.kwargs) -> R:
        by = cast(Actor, kwargs["by"])
        with transaction.atomic():
            by.require(permission, cast(Model, kwargs[on]))
            if into and (target := kwargs[into]):
                by.require(permission, cast(Model, target))
            row = func(*args, **kwargs)
            log.deed(verb=permission, by=by, row=row)
        return row

    return checked


def _known_or_new(func: Callable[A, R], permission: Permission) -> Callable[A, R]:
    """Answer a repeated sending with the row that the first one made."""

    def once(*args: A.args, **kwargs: A.kwargs) -> R:
        try:
            row = func(*args, **kwargs)
        except Repeated as again:
            row = cast(R, again.row)
        did(permission)
        return row

    return once
