from datetime import timedelta

import pytest
from django.utils import translation

from spojka.access.permissions import Kind
from spojka.audit.models import Seen
from spojka.encounters.models import Act, Breath, Correction, Encounter, Handout
from tests import make

from .conftest import wall


@pytest.fixture
def written(stand):
    """An encounter of Anna's, as the stand wrote it."""
    stand(note="Poprvé.", breath_value="0,5", **{"materials-water": "1", "themes": ["law"]})
    return Encounter.objects.get()


@pytest.fixture
def correct(written, anna, browse):
    def send(by=None, **typed):
        usual = {
            "version": "1",
            "side": "anonymous",
            "at": wall(written.occurred_at + timedelta(minutes=5)),
            "why": "Spletla jsem počet.",
            "materials-water": "3",
        }
        return browse(by or anna).post(f"/podchod/encounters/{written.pk}/correct/", usual | typed)

    return send


def test_a_correction_keeps_what_stood_before(written, correct):
    assert correct().status_code == 302

    written.refresh_from_db()
    trace = Correction.objects.get()
    assert written.version == 2
    assert list(Handout.objects.values_list("code", "quantity")) == [("water", 3)]
    assert set(Act.objects.values_list("code", flat=True)) == {"HR"}
    assert trace.reason == "Spletla jsem počet."
    assert trace.before["note"] == "Poprvé."
    assert trace.before["materials"] == {"water": 1}
    assert trace.before["breaths"] == [["0.500", "mg_l_210", ""]]
    assert not Breath.objects.exists()


def test_the_form_starts_from_what_stands(written, anna, browse):
    form = browse(anna).get(f"/podchod/encounters/{written.pk}/correct/").context["form"]

    assert form["materials"].value() == {"water": 1}
    assert form["themes"].value() == ["law"]
    assert form["note"].value() == "Poprvé."


def test_of_two_tabs_the_second_one_is_told(written, correct):
    correct()
    answer = correct(note="Druhé okno.")

    assert answer.status_code == 422
    assert "Druhé okno." in answer.content.decode()
    assert Correction.objects.count() == 1


def test_the_same_correction_sent_again_is_done_already(written, correct, hana):
    assert [correct().status_code, correct().status_code] == [302, 302]

    written.refresh_from_db()
    assert (written.version, Correction.objects.count()) == (2, 1)
    later = wall(written.occurred_at + timedelta(minutes=9))
    others = [{"by": hana}, {"at": later}, {"why": "Jindy."}, {"materials-water": "2"}, {"version": "3"}]
    assert [correct(**one).status_code for one in others] == [422] * len(others)
    assert Correction.objects.count() == 1


def test_a_reason_is_needed(written, correct):
    answer = correct(why=" ")

    assert answer.status_code == 422
    assert not Correction.objects.exists()


def test_void_keeps_the_row_and_says_why(written, anna, browse):
    browse(anna).post(f"/podchod/encounters/{written.pk}/void/", {"why": "Zapsáno dvakrát."})

    written.refresh_from_db()
    assert written.voided_at
    assert Correction.objects.get().reason == "Zapsáno dvakrát."
    assert not Encounter.objects.all().standing().exists()
    assert Breath.objects.get().voided_at


def test_a_voided_record_is_voided_once(written, anna, browse, correct):
    phone = browse(anna)
    phone.post(f"/podchod/encounters/{written.pk}/void/", {"why": "Zapsáno dvakrát."})

    assert phone.post(f"/podchod/encounters/{written.pk}/void/", {"why": "Ještě jednou."}).status_code == 422
    assert correct(version="2").status_code == 422
    assert Correction.objects.count() == 1


def test_undo_takes_back_and_leads_to_the_stand(written, anna, browse, stand):
    answer = browse(anna).post(f"/podchod/encounters/{written.pk}/undo/")
    again = browse(anna).post(f"/podchod/encounters/{written.pk}/undo/")

    assert answer.url == again.url == stand.url
    with translation.override("en"):
        assert Correction.objects.get().why == "taken back right away"


def test_the_trace_is_shown_in_words(written, correct, anna, browse):
    correct()

    page = browse(anna).get(f"/podchod/encounters/{written.pk}/").content.decode()

    for words in ["Spletla jsem počet.", "Poprvé.", "Voda 1×", "Anna Poledne", "Záznam patří vaší službě."]:
        assert words in page


def test_strangers_and_other_services_change_nothing(written, bara, cyril, browse, correct):
    for actor in (bara, cyril):
        assert correct(by=actor).status_code == 404
        assert browse(actor).post(f"/podchod/encounters/{written.pk}/void/", {"why": "x"}).status_code == 404
    assert not Correction.objects.exists()


def test_a_narrowed_colleague_sees_only_her_team(teren, browse, lists):
    north, south = make.team(teren), make.team(teren)
    eva = make.member(teren, teams=[north])
    mine, theirs = (make.encounter(make.shift(teren, team=team)) for team in (north, south))

    assert browse(eva).get(f"/podchod/encounters/{mine.pk}/").status_code == 200
    assert browse(eva).get(f"/podchod/encounters/{theirs.pk}/").status_code == 404


def test_what_was_not_changed_stays_to_the_second(written, correct, stand):
    exact = written.occurred_at.replace(second=17)
    phone = exact - timedelta(minutes=3)
    Encounter.objects.filter(pk=written.pk).update(occurred_at=exact, phone_at=phone)

    correct(at=wall(exact))

    written.refresh_from_db()
    assert (written.occurred_at, written.phone_at) == (exact, phone)


def test_acts_that_follow_are_not_frozen(written, anna, browse, correct):
    form = browse(anna).get(f"/podchod/encounters/{written.pk}/correct/").context["form"]
    assert form["acts"].value() is None

    correct(themes=["law"])

    assert set(Act.objects.values_list("code", flat=True)) == {"HR", "IS"}


def test_a_value_does_not_come_to_a_code_through_the_trace(written, correct):
    correct(side="code", code="A1", breath_value="0,5")

    assert Correction.objects.get().before["breaths"] == []
    assert Breath.objects.get().encounter is None


def test_an_untied_value_is_taken_back_at_the_shift(stand, anna, browse):
    stand(side="code", code="A1", breath_value="5,5")
    breath = Breath.objects.get()
    assert list(browse(anna).get(f"/podchod/shifts/{stand.shift.pk}/").context["untied"]) == [breath]

    browse(anna).post(f"/podchod/breaths/{breath.pk}/void/")

    assert Breath.objects.get().voided_at


def test_undo_wants_a_reason_later(written, anna, browse):
    Encounter.objects.filter(pk=written.pk).update(recorded_at=written.recorded_at - timedelta(hours=1))

    answer = browse(anna).post(f"/podchod/encounters/{written.pk}/undo/")

    assert answer.url == f"/podchod/encounters/{written.pk}/void/"
    assert not Correction.objects.exists()


def test_a_note_stays_in_its_service_even_when_the_contact_is_shared(stand, correct_of_client, cyril, browse):
    client, encounter = correct_of_client
    make.grant(client, cyril.organisation, holder=encounter.service, kinds=Kind.HISTORY)

    page = browse(cyril).get(f"/jinde/encounters/{encounter.pk}/").content.decode()
    timeline = browse(cyril).get(f"/jinde/clients/{client.pk}/").content.decode()

    assert "MOL 91 T" in timeline
    for text in (page, timeline):
        assert "Tajné." not in text
        assert "Překlep v poznámce." not in text


@pytest.fixture
def correct_of_client(stand, anna, browse):
    stand(side="code", code="MOL 91 T", note="Tajné.")
    encounter = Encounter.objects.get()
    typed = {"version": "1", "side": "code", "code": "MOL 91 T", "at": wall(encounter.occurred_at), "note": "Tajné."}
    browse(anna).post(f"/podchod/encounters/{encounter.pk}/correct/", typed | {"why": "Překlep v poznámce."})
    encounter.refresh_from_db()
    return encounter.client, encounter


def test_whose_code_was_shown_is_audited(correct_of_client, stand, anna, browse):
    client, encounter = correct_of_client

    for address in ("encounters/", f"encounters/{encounter.pk}/", f"shifts/{stand.shift.pk}/"):
        before = Seen.objects.filter(row_id=client.pk).count()
        browse(anna).get(f"/podchod/{address}")
        assert Seen.objects.filter(row_id=client.pk).count() == before + 1
