"""Extraordinary events: one tap at the stand, lines that are only added, the head's signature."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.emergencies.documents import incident as paper
from spojka.emergencies.documents import incident_data
from spojka.emergencies.models import Incident, IncidentEntry, IncidentPerson
from spojka.emergencies.recounting import within
from spojka.encounters.models import CrewMember
from spojka.network.models import Membership
from tests import make


@pytest.fixture
def incident(anna, shift):
    at = shift.start + timedelta(hours=1)
    said = {"day": shift.day, "kind": "needle_stick", "occurred_at": at, "recorded_by": anna.id}
    return Incident(**shift.ownership, shift=shift, **said).add()


@pytest.fixture
def tap(anna, browse, shift):
    """One line sent as the phone sends it."""

    def send(incident, code, by=None, shift=shift, **typed):
        at = shift.start + timedelta(hours=2)
        usual = {"id": str(new_id()), "incident": str(getattr(incident, "pk", incident)), "code": code}
        path = f"/podchod/shifts/{shift.pk}/incidents/entries/"
        return browse(by or anna).post(path, usual | {"phone_at": at.isoformat()} | typed)

    return send


@pytest.fixture
def olga(anna):
    """A colleague who was not in the shift."""
    return make.member(make.the_service_of(anna), name="Olga")


@pytest.fixture
def head(anna):
    return make.member(make.the_service_of(anna), role="service_head", name="Hedvika")


def page_of(who, browse, incident):
    return browse(who).get(f"/podchod/incidents/{incident.pk}/")


def test_one_tap_starts_a_record_and_a_repeat_makes_no_other(anna, browse, shift):
    typed = {"id": str(new_id()), "phone_at": (shift.start + timedelta(hours=2)).isoformat()}

    for _ in range(2):
        answer = browse(anna).post(f"/podchod/shifts/{shift.pk}/incidents/", typed)

    assert answer.url.endswith(f"/incidents/#incident={typed['id']}")
    assert Incident.objects.get().kind == ""


def test_a_button_says_the_kind_at_once_or_later(anna, browse, shift, tap):
    at = (shift.start + timedelta(hours=2)).isoformat()
    browse(anna).post(f"/podchod/shifts/{shift.pk}/incidents/", {"id": str(new_id()), "kind": "fire", "phone_at": at})
    incident = Incident.objects.get()
    assert incident.kind == "fire"

    tap(incident, "kind.attack")

    incident.refresh_from_db()
    assert incident.kind == "attack"


def test_first_steps_can_be_read_before_anything_is_typed(anna, browse, shift):
    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/incidents/").content.decode()

    assert "nejlépe do 2 hodin, nejpozději do 72 hodin" in page
    assert "měl by to přečíst zdravotník" in page
    assert "neověřeno" in page


def test_steps_and_words_are_added_once_with_their_times(incident, tap):
    id = str(new_id())

    tap(incident, "step.stick_wash", id=id)
    tap(incident, "step.stick_wash", id=id)
    tap(incident, "told", text="Hedvice, telefonem")

    found = IncidentEntry.objects.order_by("pk").values_list("kind", "code", "text")
    assert sorted(found) == [("step", "stick_wash", ""), ("told", "", "Hedvice, telefonem")]
    assert IncidentEntry.objects.first().occurred_at == incident.shift.start + timedelta(hours=2)


@pytest.mark.parametrize(
    ("code", "field"), [("", "code"), ("gold", "code"), ("step.gold", "code"), ("what.x", "code"), ("what", "text")]
)
def test_what_says_nothing_is_answered_at_its_field(incident, tap, code, field):
    answer = tap(incident, code)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not IncidentEntry.objects.exists()


def test_a_line_goes_to_no_event_of_another_shift(incident, tap):
    assert tap(incident, "note", text="x", shift=make.shift(incident.service)).status_code == 404
    assert tap(new_id(), "note", text="x").status_code == 404


def test_a_line_is_taken_back_at_once_and_later_not(anna, browse, incident, tap):
    tap(incident, "step.stick_wash")
    tap(incident, "step.stick_rinse")
    late, fresh = IncidentEntry.objects.order_by("code")[1], IncidentEntry.objects.order_by("code")[0]
    IncidentEntry.objects.filter(pk=late.pk).update(recorded_at=timezone.now() - timedelta(minutes=16))

    for one in (late, fresh, fresh):
        browse(anna).post(f"/podchod/incident-entries/{one.pk}/undo/")

    assert IncidentEntry.objects.get(pk=fresh.pk).voided_at
    assert IncidentEntry.objects.get(pk=late.pk).voided_at is None


def test_the_head_signs_only_what_says_enough(browse, head, incident, tap):
    refused = browse(head).post(f"/podchod/incidents/{incident.pk}/sign/")
    assert refused.status_code == 422
    assert "Co se stalo, Kde přesně" in refused.content.decode()

    tap(incident, "what", text="Píchnutí při sběru.")
    tap(incident, "where", text="U plotu")
    for _ in range(2):
        browse(head).post(f"/podchod/incidents/{incident.pk}/sign/")

    incident.refresh_from_db()
    assert incident.signed_by == head.id


def test_a_signed_record_stays_and_additions_are_marked(anna, browse, head, incident, tap):
    tap(incident, "what", text="Píchnutí při sběru.")
    tap(incident, "where", text="U plotu")
    browse(head).post(f"/podchod/incidents/{incident.pk}/sign/")

    tap(incident, "what", text="Bylo to jinak.")
    tap(incident, "kind.fire")
    answer = page_of(anna, browse, incident)

    assert answer.context["what"] == "Píchnutí při sběru."
    assert answer.context["kind"] == "Poranění jehlou"
    assert [line.is_after for line in answer.context["lines"]].count(True) == 2
    browse(head).post(f"/podchod/incidents/{incident.pk}/people/", {"present": [head.id]})
    assert page_of(anna, browse, incident).context["people"]["present"] == ["Hedvika (doplněno po podpisu)"]
    assert "doplněno po podpisu" in answer.content.decode()


def test_at_the_desk_lines_are_added_with_their_time(anna, browse, incident):
    typed = {"id": str(new_id()), "kind": "debrief", "text": "Celé posádce v pondělí", "at": "2026-01-05T10:00"}

    browse(anna).post(f"/podchod/incidents/{incident.pk}/write/", typed)

    assert IncidentEntry.objects.get().text == "Celé posádce v pondělí"
    bad = browse(anna).post(f"/podchod/incidents/{incident.pk}/write/", {"id": str(new_id()), "text": "x"})
    assert bad.status_code == 422
    assert bad.context["writing"]["text"].value() == "x"


def test_who_was_hurt_is_seen_by_the_head_and_by_themselves_alone(anna, bara, browse, head, incident, olga):
    CrewMember(**incident.ownership, shift=incident.shift, membership_id=olga.id).add()
    zdena = make.member(make.the_service_of(anna), name="Zdena Raněná")
    typed = {"present": [anna.id], "hurt": [zdena.id]}
    browse(anna).post(f"/podchod/incidents/{incident.pk}/people/", typed)
    browse(anna).post(f"/podchod/incidents/{incident.pk}/people/", typed)

    seen = {who: page_of(who, browse, incident).context["people"] for who in (anna, olga, zdena, head)}

    assert IncidentPerson.objects.count() == 2
    assert [seen[who]["hurt"] for who in (anna, olga, zdena, head)] == [[], [], ["Zdena Raněná"], ["Zdena Raněná"]]
    assert {tuple(one["present"]) for one in seen.values()} == {(Membership.objects.get(pk=anna.id).user.name,)}


def test_who_was_named_by_mistake_is_taken_off_until_the_head_signs(anna, browse, cyril, head, incident, olga):
    browse(anna).post(f"/podchod/incidents/{incident.pk}/people/", {"present": [anna.id], "hurt": [olga.id]})
    there, hurt = (IncidentPerson.objects.get(part=part) for part in ("present", "hurt"))

    def off(who, one):
        return browse(who).post(f"/podchod/incident-people/{one.pk}/off/").status_code

    assert [off(cyril, there), off(anna, hurt), off(anna, incident)] == [404, 404, 404]  # she may not know of it
    assert off(head, hurt) == 302
    assert page_of(head, browse, incident).context["people"]["hurt"] == []
    assert page_of(olga, browse, incident).status_code == 404

    browse(anna).post(f"/podchod/incidents/{incident.pk}/people/", {"hurt": [olga.id]})
    assert page_of(head, browse, incident).context["people"]["hurt"] == ["Olga"]
    Incident.objects.update(signed_at=timezone.now())
    answer = browse(head).post(f"/podchod/incident-people/{there.pk}/off/", follow=True)
    assert "nikdo už se neubírá" in answer.content.decode()
    assert page_of(head, browse, incident).context["people"]["present"] != []


def test_crew_and_named_people_read_it_and_other_colleagues_do_not(anna, browse, head, incident, olga):
    assert page_of(olga, browse, incident).status_code == 404
    assert list(browse(olga).get("/podchod/incidents/").context["incidents"]) == []
    CrewMember(**incident.ownership, shift=incident.shift, membership_id=olga.id).add()

    assert page_of(olga, browse, incident).status_code == 200
    assert [list(browse(who).get("/podchod/incidents/").context["incidents"]) for who in (anna, olga, head)] == [
        [incident]
    ] * 3


def test_a_worker_neither_signs_nor_voids(anna, browse, incident):
    for verb in ("sign", "void"):
        assert browse(anna).post(f"/podchod/incidents/{incident.pk}/{verb}/", {"why": "Omyl"}).status_code == 404


def test_the_register_counts_by_kind_without_what_does_not_count(browse, head, incident, shift):
    said = {"day": shift.day, "occurred_at": incident.occurred_at, "recorded_by": head.id}
    for kind in ("fire", "needle_stick"):
        Incident(**shift.ownership, shift=shift, kind=kind, **said).add()
    wrong = Incident.objects.get(kind="fire")

    browse(head).post(f"/podchod/incidents/{wrong.pk}/void/", {"why": "Cvičný poplach"})
    page = browse(head).get(f"/podchod/incidents/?year={shift.day.year}")

    assert page.context["kinds"] == [("Poranění jehlou", 2)]
    assert f"?year={shift.day.year}" in page.content.decode()
    assert browse(head).get("/podchod/incidents/?year=1999x").status_code == 200


def test_the_phone_hears_of_unsigned_events_with_their_lines(anna, browse, incident, tap):
    tap(incident, "step.stick_wash")

    (said,) = browse(anna).get(f"/podchod/shifts/{incident.shift_id}/incidents/open/").json()["cards"]

    assert (said["code"], said["ended"]) == ("needle_stick", False)
    assert [(one["code"], one["kind"]) for one in said["entries"]] == [("step.stick_wash", "step")]


def test_the_page_that_a_phone_keeps_holds_nothing_of_an_event(anna, browse, incident, tap):
    tap(incident, "note", text="modrátenzka")

    page = browse(anna).get(f"/podchod/shifts/{incident.shift_id}/incidents/").content.decode()

    assert str(incident.pk) not in page
    assert "modrátenzka" not in page


def test_the_paper_says_all_but_who_was_hurt_to_those_who_may_not_know(anna, browse, head, incident, tap):
    tap(incident, "what", text="Píchnutí při sběru.")
    browse(anna).post(f"/podchod/incidents/{incident.pk}/people/", {"hurt": [head.id]})
    names = ("incident", "kind", "lines", "what", "where", "people", "calls", "signed_by")
    shown = {who: page_of(who, browse, incident).context for who in (anna, head)}
    of = {who: {name: context[name] for name in names} for who, context in shown.items()}

    data = {who: incident_data(of[who], "Podchod") for who in of}

    assert ["Co se stalo", "Píchnutí při sběru."] in data[anna]["texts"]
    assert not any("zraněn" in name for name, _value in data[anna]["about"])
    assert any(value == "Hedvika" for _name, value in data[head]["about"])
    assert paper(of[head], organisation="Podchod").startswith(b"%PDF")
    assert browse(anna).get(f"/podchod/incidents/{incident.pk}/paper/")["Content-Type"] == "application/pdf"


def test_the_page_of_the_shift_tells_it(anna, browse, incident):
    assert (
        f"/podchod/incidents/{incident.pk}/"
        in browse(anna).get(f"/podchod/shifts/{incident.shift_id}/").content.decode()
    )


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "hned"), (5, "do 5 minut"), (120, "do 2 hodin"), (4320, "do 72 hodin")]
)
def test_how_soon_is_said_in_words(minutes, said):
    assert within(minutes) == said


def test_strangers_write_and_read_nothing(bara, cyril, browse, incident, tap):
    tap(incident, "step.stick_wash")
    entry = IncidentEntry.objects.get()

    for actor in (bara, cyril):
        assert (
            browse(actor).post(f"/podchod/shifts/{incident.shift_id}/incidents/", {"id": str(new_id())}).status_code
            == 404
        )
        assert tap(incident, "note", by=actor, text="x").status_code == 404
        assert browse(actor).post(f"/podchod/incident-entries/{entry.pk}/undo/").status_code == 404
        for path in ("", "paper/"):
            assert browse(actor).get(f"/podchod/incidents/{incident.pk}/{path}").status_code == 404
    assert IncidentEntry.objects.get().voided_at is None
