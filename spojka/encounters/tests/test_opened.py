"""A page that was opened for one worker is not saved as another's without asking."""

import pytest

from spojka.encounters.models import Encounter, ServiceRefusal


def test_the_page_knows_for_whom_it_was_opened(stand, anna, browse):
    assert f'value="{anna.id}"' in browse(anna).get(stand.url).content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_another_worker_is_asked_and_nothing_is_lost(stand, anna, hana, browse, headers):
    answer = stand(browse(hana), headers, opened_by=anna.id, **{"materials-water": "2"})

    said = answer.content.decode()
    assert answer.status_code == 422
    assert "pod jménem Anna Poledne" in said
    assert "Hana Večerní" in said
    assert answer.context["form"]["materials"].value() == {"water": "2"} or 'value="2"' in said
    assert not Encounter.objects.exists()


def test_saved_once_more_it_is_the_present_workers(stand, anna, hana, browse):
    back = stand(browse(hana), opened_by=anna.id).context["form"]

    stand(browse(hana), opened_by=back["opened_by"].value())

    assert Encounter.objects.get().recorded_by == hana.id


def test_a_stranger_in_the_field_is_not_named(stand, cyril):
    said = stand(opened_by=cyril.id).content.decode()

    assert "Cyril" not in said
    assert "někdo jiný" in said


def test_an_older_page_without_it_is_taken(stand, anna):
    stand()

    assert Encounter.objects.get().recorded_by == anna.id


def test_a_refusal_is_asked_about_too(stand, anna, hana, browse):
    url = stand.url.replace("encounters/new", "refusals/new")
    typed = {"id": "01a20066-d77e-7dc0-a79a-9af03061dcfc", "ground": "full", "opened_by": anna.id}

    assert browse(hana).post(url, typed).status_code == 422
    assert not ServiceRefusal.objects.exists()
