"""The register of requests: who sees it, what is sealed, that nothing in it is changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from spojka.access.permissions import Permission
from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.disclosures import actions
from spojka.disclosures.models import DisclosureLine, DisclosureReader, DisclosureRequest
from spojka.members.resealing import reseal
from spojka.network.models import Membership
from tests import make

from .conftest import SAID

LIST = "/podchod/authority-requests/"


def page(request):
    return f"{LIST}{request.pk}/"


def membership(actor):
    return Membership.objects.get(pk=actor.id)


def test_a_request_comes_once_and_has_a_number(hana, teren, browse, today, asked):
    asked()
    typed = SAID | {"id": str(new_id()), "service": teren.pk, "received_on": today, "due_on": today}

    for _ in range(2):
        answer = browse(hana).post(f"{LIST}new/", typed)

    second = DisclosureRequest.objects.get(pk=typed["id"])
    assert answer.url == page(second)
    assert (str(second), second.opened.about) == (f"2/{today.year}", "Řehoř Dlouhý")
    assert DisclosureRequest.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"authority": ""}, "authority"),
        ({"office": ""}, "office"),
        ({"about": ""}, "about"),
        ({"ground": "gold"}, "ground"),
        ({"ground": "other"}, "ground_text"),
        ({"way": ""}, "way"),
        ({"received_on": "2099-01-01"}, "received_on"),
        ({"due_on": "2001-01-01"}, "due_on"),
    ],
)
def test_what_is_wrong_is_answered_at_its_field(hana, teren, browse, today, typed, field):
    said = SAID | {"id": str(new_id()), "service": teren.pk, "received_on": today, "due_on": ""} | typed

    answer = browse(hana).post(f"{LIST}new/", said)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]


def test_whom_it_is_about_lies_sealed(hana, today, decided):
    request = decided()
    said = {"kind": "given", "on": today, "text": "Přehled návštěv", "recipient": "prap. Vacek", "way": "", "code": ""}
    actions.note(by=hana, id=new_id(), request=request, today=today, **said)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT about, asked, decided_why, answer FROM {DisclosureRequest._meta.db_table}")
        stored = [*cursor.fetchone()]
        cursor.execute(f"SELECT text, recipient FROM {DisclosureLine._meta.db_table}")
        stored += [*cursor.fetchone()]

    assert all(text.startswith("gAAAA") for text in stored)
    request.refresh_from_db()
    assert (request.opened.about, request.lines.get().opened.text) == ("Řehoř Dlouhý", "Přehled návštěv")


def test_a_new_key_seals_all_anew(settings, decided):
    request = decided()
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [old]

    assert reseal().many == 1

    settings.SECRET_KEY_FALLBACKS = []
    request.refresh_from_db()
    assert request.opened.about == "Řehoř Dlouhý"
    settings.SECRET_KEY = "m" * 60
    assert "klíčem" in request.opened.about  # the page still opens


def test_a_colleague_finds_nothing_until_the_head_names_them(anna, olga, hana, browse, asked):
    request, other = asked(), asked(office="Okresní soud")
    for path in (LIST, page(request), f"{page(request)}protocol/", f"{LIST}blank/"):
        assert browse(anna).get(path).status_code == 404
    assert browse(anna).post(f"{page(request)}add/", {}).status_code == 404
    assert "Žádosti orgánů" not in browse(anna).get("/podchod/office/").content.decode()

    browse(hana).post(f"{page(request)}readers/", {"membership": anna.id})

    assert "Žádosti orgánů" in browse(anna).get("/podchod/office/").content.decode()
    assert [one.pk for one in browse(anna).get(LIST).context["requests"]] == [request.pk]
    assert browse(anna).get(page(request)).status_code == 200
    assert browse(anna).get(page(other)).status_code == 404
    assert browse(olga).get(LIST).status_code == 404
    assert browse(anna).post(f"{page(request)}decide/", {"decision": "give", "why": "x"}).status_code == 404
    assert browse(anna).post(f"{page(request)}readers/", {"membership": olga.id}).status_code == 404

    browse(hana).post(f"/podchod/authority-readers/{DisclosureReader.objects.get().pk}/end/")
    assert browse(anna).get(LIST).status_code == 404


def test_who_was_not_named_adds_nothing_by_the_action_either(anna, today, asked):
    said = {"kind": "note", "on": today, "text": "x", "recipient": "", "way": "", "code": ""}

    with pytest.raises(PermissionDenied):
        actions.note(by=anna, id=new_id(), request=asked(), today=today, **said)


def test_only_a_colleague_of_the_service_is_named(hana, bara, asked):
    with pytest.raises(actions.NotHere):
        actions.name(by=hana, request=asked(), membership=membership(bara))


def test_who_left_the_service_is_not_offered_to_be_named(anna, hana, browse, today, asked):
    request = asked()
    offered = browse(hana).get(page(request)).context["naming"].people
    assert anna.id in offered

    membership(anna).change(valid_to=today - timedelta(days=1))

    assert anna.id not in browse(hana).get(page(request)).context["naming"].people


def test_strangers_and_other_services_find_nothing(bara, cyril, gita, browse, asked):
    request = asked()

    for who in (bara, cyril, gita):
        assert browse(who).get(page(request)).status_code == 404
        assert list(DisclosureRequest.objects.allowed(who, Permission.DISCLOSURE_VIEW)) == []


def test_who_reads_the_house_reads_no_request(kontakt, asked):
    reader = make.member(kontakt, role="service_head", reads_house=True)

    assert asked() not in DisclosureRequest.objects.allowed(reader, Permission.DISCLOSURE_VIEW)


def test_reading_is_remembered(hana, browse, asked):
    request = asked()

    browse(hana).get(page(request))
    browse(hana).get(LIST)

    assert Seen.objects.filter(row_id=request.pk).count() == 2


def test_a_decided_request_is_locked(hana, browse, asked):
    request, said = asked(), {"decision": "refuse", "why": "Chybí souhlas soudce.", "answer": "Nelze vyhovět."}

    assert browse(hana).post(f"{page(request)}decide/", said | {"why": ""}).status_code == 422
    assert browse(hana).post(f"{page(request)}decide/", said).status_code == 302
    assert browse(hana).post(f"{page(request)}decide/", said | {"decision": "give"}).status_code == 422

    request.refresh_from_db()
    assert (request.decision, request.decided_by) == ("refuse", hana.id)


def test_what_comes_after_the_decision_is_marked(hana, browse, today, decided, asked):
    for request, is_after in ((asked(), False), (decided(), True)):
        typed = {"id": str(new_id()), "kind": "note", "on": today, "text": "Volali znovu."}
        for _ in range(2):
            assert browse(hana).post(f"{page(request)}add/", typed).status_code == 302

        assert request.lines.get().is_after is is_after


def test_nothing_is_given_before_a_decision_that_gives(hana, browse, today, asked, decided):
    typed = {"kind": "given", "on": today, "text": "Přehled", "recipient": "prap. Vacek", "way": "data_box"}
    refused = (asked(), decided("refuse"))

    for request in refused:
        answer = browse(hana).post(f"{page(request)}add/", typed | {"id": str(new_id())})
        assert answer.status_code == 422
    given = decided("part")
    assert browse(hana).post(f"{page(given)}add/", typed | {"id": str(new_id())}).status_code == 302

    assert DisclosureLine.objects.get().request == given
    with pytest.raises(actions.NothingGiven):
        actions.note(by=hana, id=new_id(), request=refused[0], today=today, code="", **typed)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "untold"}, "code"),
        ({"kind": "untold", "code": "other"}, "text"),
        ({"kind": "told"}, "text"),
        ({"kind": "note"}, "text"),
        ({"kind": "given", "text": "x"}, "recipient"),
        ({"kind": "note", "text": "x", "on": "2099-01-01"}, "on"),
    ],
)
def test_a_line_that_says_too_little_is_answered_at_its_field(hana, browse, today, decided, typed, field):
    answer = browse(hana).post(f"{page(decided())}add/", {"id": str(new_id()), "on": today} | typed)

    assert answer.status_code == 422
    assert answer.context["adding"].errors[field]


def test_that_the_client_does_not_know_has_its_reason(hana, browse, today, decided):
    request = decided()

    browse(hana).post(
        f"{page(request)}add/", {"id": str(new_id()), "on": today, "kind": "untold", "code": "forbidden"}
    )

    assert "Orgán to podle zákona zakázal" in browse(hana).get(page(request)).content.decode()
    (one,) = browse(hana).get(LIST).context["requests"]
    assert one.has_told


def test_one_over_its_day_is_seen(hana, browse, today, asked):
    request = asked(received_on=today - timedelta(days=9), due_on=today - timedelta(days=1))

    assert request.is_late(today)
    assert "po termínu" in browse(hana).get(page(request)).content.decode()


def test_what_waits_for_a_decision_stands_on_today(anna, hana, browse, asked, decided):
    decided(office="Okresní soud")
    request = asked()

    for who, found in ((hana, [request]), (anna, [])):
        page = browse(who).get("/podchod/")
        assert page.context["requests"] == found
        assert (str(request) in page.content.decode()) is bool(found)
        assert "Řehoř" not in page.content.decode()
