"""The pages of asking, and that strangers find none."""

from datetime import date

import pytest
from django.utils import timezone

from spojka.audit.models import Seen
from spojka.base.ids import new_id
from spojka.identities import actions as identities
from spojka.soundings import actions
from spojka.soundings.models import Sounding
from tests import make

from .conftest import EVA, agreed, ask

TYPED = {"surname": "Šťastná", "first": "Eva", "born": "1991-04-05", "basis": "spoken", "basis_words": "Hana, u pultu"}
TYPED |= {"why": "Ať si nepřekážíme."}


def text(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_one_asks_the_other_asks_and_confirms(klara, filip, teren, poradna, here, there, browse):
    new = f"/podchod/clients/{here.pk}/soundings/new/"
    assert "Podkroví · Poradna" in text(browse(klara), new)
    answer = browse(klara).post(new, TYPED | {"id": new_id(), "asked": poradna.pk})
    first = Sounding.objects.get()
    assert answer["Location"] == f"/podchod/soundings/{first.pk}/"
    assert "Nevíme nic." in text(browse(klara), f"/podchod/soundings/{first.pk}/")

    shown = text(browse(filip), "/podkrovi/soundings/")
    assert teren.name in shown
    assert "EVA 91 Z" not in shown
    browse(filip).post(f"/podkrovi/clients/{there.pk}/soundings/new/", TYPED | {"id": new_id(), "asked": teren.pk})
    second = Sounding.objects.get(service=poradna)
    assert f"/podkrovi/soundings/{second.pk}/" in text(browse(filip), "/podkrovi/")
    assert f"soundings/{first.pk}/" not in text(browse(klara), "/podchod/")
    assert browse(filip).post(f"/podkrovi/soundings/{second.pk}/confirm/").status_code == 302

    assert f"/podchod/soundings/{first.pk}/" in text(browse(klara), "/podchod/")
    page = text(browse(klara), f"/podchod/soundings/{first.pk}/")
    assert "Filip Poradce" in page
    assert f"/podchod/clients/{here.pk}/consents/new/" in page
    assert "STA 5 N" not in page
    assert f"/podchod/soundings/{first.pk}/" in text(browse(klara), f"/podchod/clients/{here.pk}/")


def test_a_name_that_is_kept_is_compared_and_not_typed(klara, filip, teren, poradna, here, there, browse):
    identities.name(by=klara, id=new_id(), client=here, person=EVA, today=timezone.localdate())
    new = f"/podchod/clients/{here.pk}/soundings/new/"
    shown = text(browse(klara), new)
    assert "Eva Šťastná" in shown
    assert 'name="surname"' not in shown
    assert Seen.objects.filter(model="identities.Identity").exists()
    guess = TYPED | {"surname": "Jiná", "first": "Jana", "born": "1980-01-01"}
    browse(klara).post(new, guess | {"id": new_id(), "asked": poradna.pk})

    assert ask(filip, there, teren).came.is_found


@pytest.mark.parametrize(
    "wrong",
    [
        {"surname": ""}, {"first": " "}, {"born": "1850-01-01"}, {"born": "dnes"}, {"asked": ""}, {"basis": "guess"},
        {"basis_words": ""}, {"why": ""}, {"asked": "0198c0de-0000-7000-8000-00000000a9ee"}, {"surname": "x" * 81},
        {"surname": "!!"}, {"id": "x"},
    ],
)  # fmt: skip
def test_faults_come_back_and_nothing_is_asked(klara, poradna, here, browse, wrong):
    said = TYPED | {"id": new_id(), "asked": poradna.pk} | wrong
    assert browse(klara).post(f"/podchod/clients/{here.pk}/soundings/new/", said).status_code == 422
    assert not Sounding.objects.exists()


def test_what_is_over_is_refused_in_words(klara, filip, teren, poradna, here, there, browse):
    first, second = ask(klara, here, poradna), ask(filip, there, teren)
    assert browse(klara).post(f"/podchod/soundings/{first.pk}/withdraw/").status_code == 302
    back = browse(filip).post(f"/podkrovi/soundings/{second.pk}/confirm/")
    assert back.status_code == 422
    assert "Potvrdit už to nejde" in back.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_strangers_find_no_page(anna, bara, filip, klara, poradna, here, browse):
    row = ask(klara, here, poradna)
    for who, house in ((anna, "podchod"), (bara, "podchod"), (filip, "podkrovi")):
        for rest in ("", "confirm/", "withdraw/"):
            assert browse(who).get(f"/{house}/soundings/{row.pk}/{rest}").status_code in (404, 405)
            assert browse(who).post(f"/{house}/soundings/{row.pk}/{rest}").status_code in (404, 405)
        assert browse(who).get(f"/{house}/clients/{here.pk}/soundings/new/").status_code == 404


def test_who_may_not_ask_reads_no_empty_list(anna, bara, klara, poradna, here, browse):
    ask(klara, here, poradna)
    assert [browse(who).get("/podchod/soundings/").status_code for who in (anna, bara)] == [404, 404]
    assert browse(klara).get("/podchod/soundings/").status_code == 200


def test_without_the_base_statement_the_page_says_what_comes_first(klara, poradna, teren, browse):
    client = make.client(teren)
    assert "jen když vám to ukládá zákon" in text(browse(klara), f"/podchod/clients/{client.pk}/soundings/new/")


def test_after_the_term_the_page_says_that_nothing_is_known(klara, poradna, teren, browse):
    row = ask(klara, agreed(make.client(teren)), poradna)
    Sounding.objects.filter(pk=row.pk).update(ends_on=date(2026, 1, 1))

    page = text(browse(klara), f"/podchod/soundings/{row.pk}/")
    assert "Nevíme nic: nemusejí s klientem pracovat" in page
    assert "withdraw" not in page
    assert "uzavřeno, nevíme nic" in text(browse(klara), "/podchod/soundings/").lower()


def test_the_deeds_are_audited(klara, filip, teren, poradna, here, there):
    from spojka.audit.models import Entry

    ask(klara, here, poradna)
    row = ask(filip, there, teren)
    actions.confirm(by=filip, sounding=row, at=timezone.now())

    assert set(Entry.objects.values_list("verb", flat=True)) >= {"sounding.ask", "sounding.confirm"}
    assert not Entry.objects.filter(actor_id=filip.id, service_id=teren.pk).exists()  # no line ties the two
