"""Cards in one's own words: dated, added, and back to the default."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.themes import doors
from spojka.themes.models import OwnCard
from spojka.themes.tests.conftest import WORDS


def titles(service, on, by):
    return {card.code: card.title for card in doors.cards(service, on, by)}


def test_without_own_words_the_default_is_said(anna, teren, lists, today):
    cards = doors.cards(teren, today, anna)

    assert len(cards) == 10
    assert all(3 <= len(card.say) <= 5 and card.source and card.sureness for card in cards)


def test_own_words_count_from_their_day(hana, anna, teren, lists, today, word):
    word(hana, teren, valid_from=today + timedelta(days=2))

    assert titles(teren, today, anna)["hearing"] == "Sluch"
    assert titles(teren, today + timedelta(days=2), anna)["hearing"] == "Uši máte jedny"


def test_the_default_comes_back_and_what_was_stays(hana, anna, teren, lists, today, word):
    word(hana, teren)
    word(hana, teren, title_cs="", lead_cs="", text_cs="")

    assert titles(teren, today, anna)["hearing"] == "Sluch"
    assert OwnCard.objects.count() == 2


def test_a_repeated_sending_makes_one(hana, teren, lists, word):
    id = new_id()

    assert word(hana, teren, id=id) == word(hana, teren, id=id)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_the_head_words_and_publishes(who, teren, lists, word, publish, request):
    by = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        word(by, teren)
    with pytest.raises(PermissionDenied):
        publish(by, teren)


def test_another_service_and_another_house_read_nothing(hana, bara, cyril, teren, lists, today, word):
    word(hana, teren)

    for stranger in (bara, cyril):
        assert not OwnCard.objects.allowed(stranger, Permission.THEME_VIEW).exists()


def test_a_theme_that_is_not_on_the_list_is_refused(hana, teren, lists, word):
    with pytest.raises(Refusal):
        word(hana, teren, theme="weather")


@pytest.mark.parametrize("text", ["", "x" * 181, "\n".join("abcdefg")])
def test_what_nobody_could_say_comes_back(hana, teren, browse, lists, today, text):
    said = {"id": new_id(), "valid_from": today} | WORDS | {"text_cs": text}

    answer = browse(hana).post(f"/podchod/themes/{teren.pk}/hearing/", said)

    assert answer.status_code == 422
    assert answer.context["form"].errors["text_cs"]
    assert answer.context["form"]["title_cs"].value() == "Uši máte jedny"
    assert not OwnCard.objects.exists()


def test_the_page_words_a_card_and_takes_the_default_again(hana, teren, browse, lists, today):
    url, head = f"/podchod/themes/{teren.pk}/hearing/", browse(hana)
    head.post(url, {"id": new_id(), "valid_from": today} | WORDS)
    assert "Uši máte jedny" in head.get("/podchod/themes/").content.decode()
    assert "Hana Večerní" in head.get(url).content.decode()

    head.post(f"{url}default/", {"id": new_id()})

    assert "Uši máte jedny" not in head.get("/podchod/themes/").content.decode()


def test_english_readers_get_english_or_else_czech(hana, anna, teren, lists, today, word):
    word(hana, teren, title_en="Ears", text_en="")

    with override("en"):
        (card,) = [one for one in doors.cards(teren, today, anna) if one.code == "hearing"]
        assert (card.title, card.say[0]) == ("Ears", "Špunty máme.")
        assert titles(teren, today, anna)["rest"] == "Rest and food"
