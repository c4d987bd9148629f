"""The pages of asking, on both sides."""

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.consents.actions import consents
from spojka.inquiries.models import Inquiry, InquiryAnswer
from tests import make


def asking(by, **fields):
    said = {"id": new_id(), "ground": str(by.pk), "wants": "action", "what": "Zavolejte mu.", "why": "Bojí se."}
    return said | {"kinds": ["1"], "due_on": timezone.localdate().isoformat()} | fields


def test_one_asks_answers_and_closes(anna, cyril, rada, ground, browse):
    new = f"/podchod/clients/{rada.pk}/inquiries/new/"
    assert "Jinde" in browse(anna).get(new).content.decode()
    answer = browse(anna).post(new, asking(ground))
    inquiry = Inquiry.objects.get()
    assert answer["Location"] == f"/podchod/inquiries/{inquiry.pk}/"

    today = browse(cyril).get("/jinde/").content.decode()
    assert f"/jinde/inquiries/{inquiry.pk}/" in today
    page = browse(cyril).get(f"/jinde/inquiries/{inquiry.pk}/").content.decode()
    assert "Zavolejte mu." in page
    assert "RAD 80 Z" in page
    said = {"id": new_id(), "service": str(make.the_service_of(cyril).pk), "kind": "done", "words": "Voláno."}
    assert browse(cyril).post(f"/jinde/inquiries/{inquiry.pk}/answer/", said).status_code == 302

    assert f"/podchod/inquiries/{inquiry.pk}/" in browse(anna).get("/podchod/").content.decode()
    assert "Voláno." in browse(anna).get(f"/podchod/inquiries/{inquiry.pk}/").content.decode()
    browse(anna).post(f"/podchod/inquiries/{inquiry.pk}/close/", {"result": "Přijde zítra."})
    inquiry.refresh_from_db()
    assert inquiry.closed_at
    assert "Přijde zítra." in browse(cyril).get(f"/jinde/inquiries/{inquiry.pk}/").content.decode()
    assert f"inquiries/{inquiry.pk}" not in browse(anna).get("/podchod/").content.decode()


def test_faults_come_back_at_their_field(anna, cyril, rada, ground, ask, browse):
    new = f"/podchod/clients/{rada.pk}/inquiries/new/"
    back = browse(anna).post(new, asking(ground, kinds=["1", "4"]))
    assert back.status_code == 422
    assert "Zavolejte mu." in back.content.decode()
    for said in ({"ground": str(new_id())}, {"what": ""}, {"kinds": []}):
        assert browse(anna).post(new, asking(ground, **said)).status_code == 422
    inquiry = ask()
    said = {"id": new_id(), "service": str(make.the_service_of(cyril).pk), "kind": "information", "words": "Ano."}
    back = browse(cyril).post(f"/jinde/inquiries/{inquiry.pk}/answer/", said)
    assert back.status_code == 422
    assert "Ano.</textarea>" in back.content.decode()
    assert browse(anna).post(f"/podchod/inquiries/{inquiry.pk}/close/", {}).status_code == 422
    assert browse(anna).post(f"/podchod/inquiries/{inquiry.pk}/withdraw/", {}).status_code == 422
    assert not InquiryAnswer.objects.exists()


def test_without_a_ground_the_page_says_what_comes_first(anna, teren, browse):
    client = make.client(teren)
    page = browse(anna).get(f"/podchod/clients/{client.pk}/inquiries/new/")
    assert f"/podchod/clients/{client.pk}/consents/" in page.content.decode()


def test_lists_tell_both_sides_and_nothing_once_it_is_over(anna, cyril, rada, ground, ask, answer, browse):
    inquiry = ask()
    for who, house in ((anna, "podchod"), (cyril, "jinde")):
        assert f"inquiries/{inquiry.pk}/" in browse(who).get(f"/{house}/inquiries/").content.decode()
    answer(inquiry)
    assert browse(anna).post(f"/podchod/inquiries/{inquiry.pk}/withdraw/", {"why": "x"}).status_code == 422
    consents.withdraw(by=anna, consent=ground.consent, how="ústně", at=timezone.now())
    shown = browse(cyril).get("/jinde/inquiries/").content.decode()
    assert f"inquiries/{inquiry.pk}/" not in shown
    assert "RAD 80 Z" not in shown
    assert "Podchod" in shown


def test_strangers_find_no_page(anna, bara, cyril, rada, ground, ask, browse):
    inquiry = ask()
    other = make.member(make.service(organisation=make.organisation(slug="treti")))
    for who, house in ((bara, "podchod"), (other, "treti")):
        for rest in ("", "answer/", "close/", "withdraw/"):
            path = f"/{house}/inquiries/{inquiry.pk}/{rest}"
            assert browse(who).get(path).status_code in (404, 405)
            assert browse(who).post(path, {"why": "x", "result": "x"}).status_code in (404, 405)
        assert browse(who).get(f"/{house}/clients/{rada.pk}/inquiries/new/").status_code == 404
    assert browse(cyril).get(f"/jinde/clients/{rada.pk}/inquiries/new/").status_code == 404
    assert browse(cyril).post(f"/jinde/inquiries/{inquiry.pk}/close/", {"result": "x"}).status_code == 404


def test_the_clients_page_tells_of_it(anna, rada, ground, ask, browse):
    inquiry = ask()
    shown = browse(anna).get(f"/podchod/clients/{rada.pk}/").content.decode()
    assert f"/podchod/inquiries/{inquiry.pk}/" in shown
    assert f"/podchod/clients/{rada.pk}/inquiries/new/" in shown
    assert Client.objects.get(pk=rada.pk).merged_into_id is None
