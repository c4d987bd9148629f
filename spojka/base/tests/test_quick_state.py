"""States of migrations that change the quick way are what Django makes of them."""

import pytest
from django.core.management import load_command_class
from django.db import models
from django.db.migrations import operations as ops
from django.db.migrations.state import ProjectState

from spojka.base.quick_state import PLAIN, quick_state

ID = ("id", models.BigAutoField(primary_key=True))
HOUSE = ("house", models.ForeignKey("zoo.House", models.PROTECT, related_name="cats"))
CAT, SELF = (models.ForeignKey(to, models.PROTECT, null=True) for to in ("zoo.Cat", "self"))
YOUNG, OLD = (models.CheckConstraint(condition=models.Q(age__gte=n), name=f"age_{n}") for n in (0, 1))
CHAIN = [
    ops.CreateModel("House", [ID, ("name", models.CharField(max_length=9))]),
    ops.CreateModel("Cat", [ID, HOUSE, ("age", models.IntegerField())]),
    ops.CreateModel("Paw", [ID, ("cat", CAT), ("of", SELF)]),
    ops.AddIndex("house", models.Index(fields=["name"], name="by_name")),
    ops.AddConstraint("cat", YOUNG),
    ops.AddField("paw", "soft", models.BooleanField(default=True)),
    ops.RemoveConstraint("cat", "age_0"),
    ops.AddConstraint("cat", OLD),
    ops.RenameIndex("house", "by_other", old_name="by_name"),
    ops.RemoveIndex("house", "by_other"),
    ops.AddField("cat", "mother", CAT),
    ops.AlterField("cat", "age", models.BigIntegerField(null=True)),
    ops.AlterField("house", "id", models.BigIntegerField(primary_key=True)),
    ops.AddField("house", "friends", models.ManyToManyField("zoo.House")),
    ops.DeleteModel("Paw"),
    ops.CreateModel("Paw", [ID, ("house", models.OneToOneField("zoo.House", models.PROTECT))]),
]


def looks():
    """What each model is after each step: its columns, who refers to it, the lists on it."""
    state, seen = ProjectState(), []
    assert state.apps  # from now on each step has to keep it true
    for step in CHAIN:
        step.state_forwards("zoo", state)
        metas = {name: state.apps.get_model(label, name)._meta for label, name in sorted(state.models)}
        seen.append(
            {
                name: (
                    sorted(one.name for one in meta.get_fields()),
                    [one.name for one in meta.constraints],
                    [one.name for one in meta.indexes],
                )
                for name, meta in metas.items()
            }
        )
    return seen


def test_each_step_leaves_the_models_that_django_would():
    plain = looks()
    with quick_state():
        assert ProjectState.add_model is not PLAIN["add_model"]
        assert looks() == plain
    assert plain[1]["house"][0] == ["cats", "id", "name"]
    assert plain[7]["cat"][1] == ["age_1"]


def test_python_gets_models_that_lead_to_each_other():
    with quick_state():
        state = ProjectState()
        for step in CHAIN[:2]:
            step.state_forwards("zoo", state)
        cat = state.apps.get_model("zoo", "Cat")
        ops.AddField("house", "colour", models.CharField(max_length=9)).state_forwards("zoo", state)
        assert state.apps.get_model("zoo", "Cat") is cat  # it alone was made anew
        state.clear_delayed_apps_cache()  # as RunPython does

        house, cat = (state.apps.get_model("zoo", name) for name in ("House", "Cat"))
        assert cat._meta.get_field("house").related_model is house
        assert [one.name for one in house._meta.get_fields()] == ["cats", "id", "name", "colour"]


def test_django_is_as_it_was_afterwards():
    with pytest.raises(ZeroDivisionError), quick_state():
        1 / 0  # noqa: B018 - whatever ends it

    assert {name: getattr(ProjectState, name) for name in PLAIN} == PLAIN


def test_migrate_goes_that_way():
    assert load_command_class("spojka.base", "migrate").handle.__module__ == "spojka.base.management.commands.migrate"
