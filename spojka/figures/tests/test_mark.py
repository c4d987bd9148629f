"""Whatever changes rows that are counted leaves marks, in whichever way it was written."""

from datetime import timedelta

import pytest
from django.db import connection

from spojka.encounters.models import Act, Encounter, Shift, VitalSigns
from spojka.figures.marking import marked_by_days
from spojka.figures.models import Mark
from tests import make

SUNDAY = make.SATURDAY + timedelta(days=1)


def marks():
    """Return what was marked since the last look, and forget it."""
    found = set(Mark.objects.values_list("service_id", "day", "kind", "subject_id"))
    Mark.objects.all().delete()
    return found


@pytest.fixture
def met(teren):
    met = make.encounter(make.shift(teren))
    Act(**met.ownership, encounter=met, code="KP").add()
    return met


def test_new_rows_leave_marks(met):
    part = (met.service_id, None, "encounter", met.pk)

    assert marks() == {(met.service_id, make.SATURDAY, "", None), part}


@pytest.mark.parametrize("do", [lambda met: met.change(people=2), lambda met: Encounter.objects.update(people=3)])
def test_a_change_marks_its_day(met, do):
    marks()
    do(met)

    assert marks() == {(met.service_id, make.SATURDAY, "", None)}


def test_what_no_figure_reads_leaves_none(met):
    marks()
    met.change(note="rain", people=met.people)
    Encounter.objects.update(words="rain")

    assert marks() == set()


def test_a_move_marks_both_days(met):
    marks()
    met.change(day=SUNDAY)

    assert {day for _s, day, _k, _i in marks()} == {make.SATURDAY, SUNDAY}


def test_erasing_marks_the_day(met):
    marks()
    Encounter.objects.all().delete()

    assert (met.service_id, make.SATURDAY, "", None) in marks()


def test_of_a_shift_only_what_is_counted_matters(met):
    marks()
    met.shift.change(note="rain")
    assert marks() == set()

    Shift.objects.update(setting="outreach")
    assert marks() == {(met.service_id, make.SATURDAY, "", None)}


def test_the_sex_of_a_client_touches_all_their_contacts(teren):
    client = make.client(teren)
    marks()
    client.change(sex="woman")

    assert marks() == {(teren.pk, None, "client", client.pk)}


def test_days_written_together_are_marked_once_each_and_the_next_row_again(teren):
    shift, sunday = make.shift(teren), make.shift(teren, day=SUNDAY)
    marks()
    with marked_by_days([(teren.pk.hex, make.SATURDAY), (teren.pk.hex, SUNDAY)]):
        for one in (shift, shift, sunday):
            make.encounter(one)

    both = {(teren.pk, make.SATURDAY, "", None), (teren.pk, SUNDAY, "", None)}
    assert Mark.objects.count() == (2 if connection.vendor == "sqlite" else 3)
    assert marks() == both
    make.encounter(shift)
    assert marks() == {(teren.pk, make.SATURDAY, "", None)}


def test_vital_signs_mark_their_day(met):
    marks()
    signs = VitalSigns(**met.ownership, shift=met.shift, day=met.day, upper=120, lower=80).add()
    assert marks() == {(met.service_id, make.SATURDAY, "", None)}

    signs.change(upper=150)
    assert marks() == {(met.service_id, make.SATURDAY, "", None)}
