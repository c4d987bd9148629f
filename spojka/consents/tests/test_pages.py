"""The form, the list, one consent, its paper, and what is shared with us."""

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients.beside import facts_of
from spojka.consents.content import Whom
from spojka.consents.documents import consent_data
from spojka.consents.models import Consent, EndedWhy
from spojka.consents.reading import told
from spojka.ui.words import day
from tests import make

from .test_give import sees


def typed(actor, **said):
    today = timezone.localdate().isoformat()
    usual = {"id": str(new_id()), "kinds": [int(Kind.COURSE), int(Kind.HISTORY)], "way": "paper", "given_on": today}
    return usual | {"taken_by": actor.id} | said


def page(client, rest="new/"):
    return f"/podchod/clients/{client.pk}/consents/{rest}"


def test_a_consent_is_written_down_by_the_form(anna, cyril, jinde, rada, browse):
    said = typed(anna, **{"to-0-to": str(jinde.pk), "person-0-person": "Božena", "person-0-relation": "matka"})
    answer = browse(anna).post(page(rada), said)

    made = Consent.objects.get()
    assert answer.url == f"/podchod/consents/{made.pk}/"
    assert sees(cyril, rada)
    shown = browse(anna).get(answer.url).content.decode()
    assert "Božena" in shown
    assert "Božena" in browse(anna).get(page(rada, "")).content.decode()
    assert str(jinde) in browse(anna).get(f"/podchod/clients/{rada.pk}/").content.decode()


def test_without_the_base_statement_one_is_led_to_it_first(anna, teren, browse):
    client, browser = make.client(teren), browse(anna)

    answer = browser.get(page(client))

    assert answer.url == page(client, "")
    shown = browser.get(answer.url).content.decode()
    assert f"/podchod/clients/{client.pk}/agree/" in shown
    assert page(client) not in shown
    assert page(client) not in browser.get(f"/podchod/clients/{client.pk}/").content.decode()


def test_the_ways_to_consents_are_no_consents(anna, jinde, rada, give):
    def real():
        return [one.text for one in facts_of(rada, anna) if one.heading == _("Consents to share") and not one.is_way]

    assert real() == []
    give(anna, rada, Whom(institution="Jinde", house=jinde))
    assert len(real()) == 1


def test_of_a_child_by_the_form(anna, cyril, jinde, rada, browse):
    child = {"is_child": "on", "of_age_on": "2099-01-01", "child_assent": "no", "child_words": "Nechci."}
    parent = {"signer-0-role": "parent", "signer-0-name": "Eva Nová", "signer-0-word": "yes"}
    browse(anna).post(page(rada), typed(anna, **{"to-0-to": str(jinde.pk)}, **child, **parent))

    made = Consent.objects.get()
    assert (made.said_by_child, made.signers.get().called) == ("Nechci.", "Eva Nová")
    assert sees(cyril, rada)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kinds": []}, "aspoň jeden druh"),
        ({"to-0-to": ""}, "aspoň jednoho"),
        ({"to-0-institution": "Nemocnice"}, "ne obojí"),
        ({"to-0-is_only_worker": "on", "to-0-person": "Nikdo"}, "Nikdo toho jména"),
        ({"person-0-person": "Božena"}, "jméno i"),
        ({"kinds": [16]}, "Napište, které jiné"),
        ({"way": "spoken"}, "co zaznělo"),
        ({"way": "screen"}, "podepsat na obrazovce"),
        ({"way": "screen", "signature": "M10 10"}, "podepsat na obrazovce"),
        ({"way": "screen", "signature": "M10 10Lx"}, "podepsat na obrazovce"),
        ({"is_child": "on"}, "kdy dosáhne"),
        ({"to-0-kinds": [4]}, "víc, než je zaškrtnuto"),
        ({"given_on": "2099-01-01"}, "ještě nenastal"),
        ({"ends_on": "2001-01-01"}, "Už by neplatil"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(anna, jinde, rada, browse, wrong, words):
    answer = browse(anna).post(page(rada), typed(anna, **{"to-0-to": str(jinde.pk), "place": "Lipovec"} | wrong))

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert words in shown
    assert 'value="Lipovec"' in shown
    assert not Consent.objects.exists()


def test_it_ends_by_the_pages(anna, cyril, jinde, rada, browse, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde), Whom(person="Božena", relation="matka"))
    row = made.recipients.get(house=jinde)

    assert browse(anna).post(f"/podchod/consent-recipients/{row.pk}/end/", {"why": "care_ended"}).status_code == 422
    browse(anna).post(f"/podchod/consent-recipients/{row.pk}/end/", {"why": "care_ended", "how": "Odešel z detoxu."})
    row.refresh_from_db()
    assert row.ended_why == EndedWhy.CARE_ENDED
    assert not sees(cyril, rada)
    browse(anna).post(f"/podchod/consents/{made.pk}/withdraw/", {"how": "U pultu."})
    made.refresh_from_db()
    assert made.withdrawn_how == "U pultu."


def test_papers_are_pdf_filled_and_blank(anna, jinde, rada, browse, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde), way="screen", signature="M1 1L9 9")
    for path in (f"/podchod/consents/{made.pk}/paper/", page(rada, "blank/")):
        assert browse(anna).get(path).content.startswith(b"%PDF")


def test_the_same_stands_as_text_for_another_file(anna, jinde, rada, browse, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde), Whom(person="Marie", relation="matka"))

    shown = browse(anna).get(f"/podchod/consents/{made.pk}/").content.decode()

    text = shown.split("<textarea")[1].split(">", 1)[1].split("</textarea>")[0]
    for words in ("Kód: RAD 80 Z", "- Jinde", "- Marie, matka", "- průběh služby", "- historie kontaktů"):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "osobní anamnéza" not in text


def test_on_the_paper_stands_who_took_it_when_and_the_hand(anna, jinde, rada, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde), way="screen", signature="M1 1L9 9")

    place, hand, worker = consent_data(rada, told([made], anna, timezone.now())[0], "Podchod")["hands"]

    assert place[1] == day(made.given_on, True)
    assert hand[1:] == ["", "M1 1L9 9"]
    assert worker[1] == anna.user.name
    assert [said for _name, said, _hand in consent_data(rada, None, "Podchod")["hands"]] == ["", "", ""]


def test_what_is_shared_with_us_is_listed_until_it_ends(anna, cyril, jinde, rada, browse, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde))
    assert "RAD 80 Z" in browse(cyril).get("/jinde/shared/").content.decode()

    browse(anna).post(f"/podchod/consents/{made.pk}/withdraw/", {"how": "U pultu."})
    assert "RAD 80 Z" not in browse(cyril).get("/jinde/shared/").content.decode()


def test_strangers_and_recipients_find_no_page(anna, bara, cyril, jinde, rada, browse, give):
    made = give(anna, rada, Whom(institution="Jinde", house=jinde))
    row = made.recipients.get()
    paths = [page(rada), page(rada, ""), page(rada, "blank/"), f"/podchod/consents/{made.pk}/"]
    paths += [f"/podchod/consents/{made.pk}/{rest}/" for rest in ("paper", "withdraw")]
    paths += [f"/podchod/consent-recipients/{row.pk}/end/"]
    for path in paths:
        assert browse(bara).get(path).status_code == 404, path
        assert browse(cyril).get(path.replace("podchod", "jinde")).status_code == 404, path
        assert browse(bara).post(path, {"how": "x", "why": "withdrawn"}).status_code in (404, 405), path
    assert made.is_standing(timezone.now())
