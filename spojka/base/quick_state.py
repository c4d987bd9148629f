"""Migrating without making all models anew at each step.

Django keeps the models as they were at a step, and makes every model that is related to a changed one anew. Here each
row has an owner, so all are related to the service: on an empty database 600 changes made 56,000 models, a minute and
a half of the processor; so it is ten seconds. Three kinds of change need none of that: a new model is made alone,
what refers to it or is referred to is tied by Django itself; of a constraint or index only the list on its model
changes; of a new or changed column, to which no other leads, its model alone is made anew. Others then still lead to
the model as it was, which tables don't care about, but rows do: so such a state is called delayed, and Django makes
all models anew before it hands it to Python. The tables are the same, statement by statement.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.utils import field_is_referenced

LISTS = ("_append_option", "_remove_option", "_alter_option")
FIELDS = ("add_field", "alter_field")
PLAIN: dict[str, Callable[..., None]] = {name: getattr(ProjectState, name) for name in ("add_model", *LISTS, *FIELDS)}


def _add_model(self: Any, model_state: ModelState) -> None:
    key = model_state.app_label, model_state.name_lower
    apps = self.__dict__.get("apps")
    if apps is None or key[1] in apps.all_models[key[0]]:
        PLAIN["add_model"](self, model_state)
        return
    self.models[key] = model_state
    if self._relations is not None:
        self.resolve_model_relations(key)
    apps.render_multiple([model_state])


def _listed(name: str) -> Callable[..., None]:
    def change(self: Any, app_label: str, model_name: str, option: str, *said: Any) -> None:
        apps = self.__dict__.pop("apps", None)  # without it the plain way changes the list alone
        PLAIN[name](self, app_label, model_name, option, *said)
        if apps is not None:
            self.__dict__["apps"] = apps
            meta: Any = apps.get_model(app_label, model_name)._meta
            now = list(self.models[app_label, model_name].options[option])
            setattr(meta, option, now)
            meta.original_attrs[option] = now

    return change


def _of_one(name: str) -> Callable[..., None]:
    def change(self: Any, app_label: str, model_name: str, column: str, field: Any, *said: Any) -> None:
        key = app_label, model_name
        if field.many_to_many or field_is_referenced(self, key, (column, field)):
            PLAIN[name](self, *key, column, field, *said)
            return
        apps = self.__dict__.pop("apps", None)  # without it the plain way changes the columns alone
        PLAIN[name](self, *key, column, field, *said)
        if apps is not None:
            self.__dict__["apps"] = apps
            self.is_delayed = True
            self._reload({key})

    return change


QUICK: dict[str, Callable[..., None]] = {
    "add_model": _add_model,
    **{name: _listed(name) for name in LISTS},
    **{name: _of_one(name) for name in FIELDS},
}


@contextmanager
def quick_state() -> Iterator[None]:
    """Let states of migrations change so within the block."""
    _set(QUICK)
    try:
        yield
    finally:
        _set(PLAIN)


def _set(ways: dict[str, Callable[..., None]]) -> None:
    for name, way in ways.items():
        setattr(ProjectState, name, way)
