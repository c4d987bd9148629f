"""Pages and the paper, by whom they are found, and what happens to a wrong form."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.partners import beside, documents, forms
from spojka.partners.models import PartnerAgreement, PartnerWord, State, state_on
from spojka.partners.waiting import waiting

from .conftest import whole

RESTS = (
    "",
    "paper/",
    "change/",
    "drop/",
    "propose/",
    "take-back/",
    "say/",
    "signed/",
    "notice/",
    "revise/",
    "evaluate/",
)


def text(answer) -> str:
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def typed(**more):
    numbers = {name: str(usual) for name, (_least, _most, usual) in forms.LIMITS.items()}
    said = {"id": str(new_id()), "partner": "", "partner_name": "Nemocnice", "starts_on": "2026-01-05", "every": ""}
    return said | numbers | more


def test_it_is_written_proposed_and_agreed_by_two_houses(hana, olga, detox, browse):
    ours, theirs = browse(hana), browse(olga)
    data = typed(partner=str(detox.pk), partner_name="", chosen="Kdo chce na detox.", forms=["phone"])
    page = text(ours.post("/podchod/partners/new/", data, follow=True))
    one = PartnerAgreement.objects.get()
    assert "Kdo chce na detox." in page
    assert "telefonem" in page

    at = f"partners/{one.pk}/"
    ours.post(f"/podchod/{at}propose/")
    for browser, house in ((ours, "podchod"), (theirs, "jinde")):
        said = {"id": str(new_id()), "word": "yes", "name": "Vedoucí", "on": timezone.localdate().isoformat()}
        assert browser.post(f"/{house}/{at}say/", said).status_code == 302
    assert state_on(whole(one), timezone.localdate()) == State.HOLDS
    assert "Podchod · Noční život" in text(theirs.get("/jinde/partners/"))
    assert theirs.get(f"/jinde/{at}paper/").content.startswith(b"%PDF")
    assert theirs.get(f"/jinde/{at}change/").status_code == 404


def test_what_is_typed_survives_a_lost_answer(hana, agreed, browse):
    for path in ("new/", f"{agreed().pk}/evaluate/"):
        assert "<once-form" in text(browse(hana).get(f"/podchod/partners/{path}"))


def test_strangers_find_no_page(bara, cyril, detox, proposed, browse):
    one = proposed(detox)
    for who, house in ((bara, "podchod"), (cyril, "jinde")):
        for rest in RESTS:
            path = f"/{house}/partners/{one.pk}/{rest}"
            assert browse(who).get(path).status_code in (404, 405)
            assert browse(who).post(path, {"word": "yes"}).status_code in (404, 405)
        assert str(one.pk) not in text(browse(who).get(f"/{house}/partners/?show=waiting"))


def test_wrong_input_comes_back_with_a_sentence_and_all_that_was_typed(hana, detox, browse):
    page = browse(hana)
    answer = page.post("/podchod/partners/new/", typed(partner_name="", visit_days="x", chosen="Kdo chce."))
    assert answer.status_code == 422
    for words in ("Vyberte, s kým dohoda je", "Napište celé číslo od 1 do 60.", "Kdo chce."):
        assert words in text(answer)
    both = page.post("/podchod/partners/new/", typed(partner=str(detox.pk)))
    assert "ne obojí" in text(both)
    back = page.post("/podchod/partners/new/", typed(ends_on="2026-01-01"))
    assert "Nemůže skončit dřív, než začne." in text(back)
    assert not PartnerAgreement.objects.exists()


def test_a_colleague_s_words_stand_beside_one_s_own(hana, draft, browse):
    one = draft()
    page = browse(hana)
    page.post(f"/podchod/partners/{one.pk}/change/", typed(edition="1", chosen="Kdo přijde sám."))
    answer = page.post(f"/podchod/partners/{one.pk}/change/", typed(edition="1", chosen="Kdo je z Lipovce."))
    assert answer.status_code == 422
    assert "Kdo přijde sám." in text(answer)
    assert "Kdo je z Lipovce." in text(answer)
    saved = page.post(f"/podchod/partners/{one.pk}/change/", typed(edition="2", chosen="Kdo je z Lipovce."))
    assert saved.status_code == 302


def test_what_was_agreed_is_read_without_a_change(anna, olga, agreed, browse):
    one = agreed()
    page = text(browse(anna).get(f"/podchod/partners/{one.pk}/"))
    assert "Primář." in page
    assert f"/partners/{one.pk}/notice/" not in page
    theirs = browse(olga)
    day = timezone.localdate()
    data = {"id": str(new_id()), "side": "theirs", "name": "Olga", "on": day.isoformat()}
    short = theirs.post(
        f"/jinde/partners/{one.pk}/notice/", data | {"last_day": (day + timedelta(days=3)).isoformat()}
    )
    assert "Výpověď je kratší" in text(short)
    long = {"last_day": (day + timedelta(days=40)).isoformat()}
    assert theirs.post(f"/jinde/partners/{one.pk}/notice/", data | long).status_code == 302
    assert "je vypovězena" in text(browse(anna).get("/podchod/partners/")).lower()


def test_the_paper_says_what_was_agreed_or_leaves_lines(lists, teren, agreed):
    said = documents.filled_data(agreed())
    assert said["sides"][1][1] == ["Služba", "Detox"]
    lines = {one["text"]: one["said"] for part in said["parts"] for one in part["asked"]}
    assert lines["Kdo rozhoduje"] == "Primář."
    assert said["hands"][0][1].startswith("souhlasí Vedoucí")
    blank = documents.blank_data(teren)
    assert blank["sides"][0][0] == ["Organizace", "Podchod"]
    assert {value for _name, value in blank["sides"][1]} == {""}
    titles = " ".join(one["title"] for one in blank["parts"])
    for words in ("Pro koho to je", "Co si předáváme", "Když společná práce skončí", "společní správci"):
        assert words in titles
    assert documents.blank(catalogue(teren, timezone.localdate())).startswith(b"%PDF")


def test_what_was_typed_too_late_comes_back_and_says_why(hana, proposed, agreed, browse):
    page, one = browse(hana), proposed()
    answer = page.post(f"/podchod/partners/{one.pk}/change/", typed(edition="1", chosen="Kdo přijde sám."))
    assert answer.status_code == 422
    for words in ("Už byla navržena nebo uzavřena", "Kdo přijde sám."):
        assert words in text(answer)

    settled, said = agreed(), {"id": str(new_id()), "name": "Hana", "on": timezone.localdate().isoformat()}
    answer = page.post(f"/podchod/partners/{settled.pk}/say/", said | {"word": "no", "note": "Chybí hodiny."})
    assert answer.status_code == 422
    assert "Chybí hodiny." in text(answer)


def test_a_draft_is_saved_without_an_id_and_revised_by_two_taps_once(hana, agreed, browse):
    answer = browse(hana).post("/podchod/partners/new/", typed(id=""), follow=True)
    assert "Nemocnice" in text(answer)

    ways = [browse(hana).post(f"/podchod/partners/{agreed().pk}/revise/").headers["Location"]]
    one = PartnerAgreement.objects.get(version=2)
    ways.append(browse(hana).post(f"/podchod/partners/{one.replaces_id}/revise/").headers["Location"])
    assert ways == [f"/podchod/partners/{one.pk}/change/"] * 2


def test_today_says_which_side_does_not_agree(hana, olga, detox, proposed, say):
    for who, words in ((hana, "Naše strana"), (olga, "Druhá strana")):
        say(who, proposed(detox), word="no", note="Chybí hodiny.")
        assert words in waiting(hana, timezone.localdate())[-1].text
        PartnerWord.objects.all().delete()


@pytest.mark.parametrize(("language", "said"), [("cs", "2,5"), ("en", "2.5")])
def test_a_figure_is_written_as_the_page_speaks(language, said):
    with override(language):
        ((_name, value),) = beside.named([{"code": "visit_days", "of": "", "value": 2.5}])
    assert value == said
