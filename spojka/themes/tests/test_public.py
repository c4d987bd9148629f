"""What everybody may read: published cards and public warnings in force, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.signals import actions as signals
from spojka.themes import actions
from spojka.themes.models import OwnCard

URL = "/public/podchod/"


@pytest.fixture
def warn(hana, teren, today):
    def of(audience="public", **fields):
        said = {"what": "Růžové tablety", "look": "", "text": "Neberte je.", "area": "", "area_code": ""}
        days = {"valid_from": today, "valid_to": today + timedelta(days=3)}
        about = {"id": new_id(), "service": teren, "signals": [], "audience": audience}
        made = signals.draw(by=hana, **about | said | days | fields)
        return signals.verify(by=hana, warning=made, at=timezone.now(), today=today)

    return of


def seen(browse, path=URL):
    answer = browse().get(path)
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


def test_a_house_that_published_nothing_looks_like_none(podchod, teren, warn, lists, browse):
    warn("house")

    assert (seen(browse), seen(browse, "/public/nowhere/")) == (404, 404)


def test_published_cards_are_read_without_signing_in_and_hidden_at_once(hana, teren, lists, browse, word, publish):
    word(hana, teren)
    publish(hana, teren)
    assert "Uši máte jedny" in seen(browse)

    actions.hide(by=hana, service=teren, at=timezone.now())

    assert seen(browse) == 404


def test_publishing_twice_is_one_grant(hana, teren, lists, publish):
    assert publish(hana, teren) == publish(hana, teren)


def test_of_another_service_nothing_is_shown(hana, teren, kontakt, gita, lists, browse, word, publish):
    OwnCard(
        **kontakt.ownership, theme="rest", valid_from="2020-01-01", title_cs="Tajné", text_cs="x", recorded_by="x"
    ).add()
    publish(hana, teren)

    assert "Tajné" not in seen(browse)
    assert "Tajné" not in seen(browse, f"{URL}?service={kontakt.pk}")


def test_public_warnings_in_force_are_shown_and_withdrawn_ones_vanish(hana, browse, lists, warn):
    warning, _team = warn(), warn("team", what="Jen náš tým")
    assert "Růžové tablety" in seen(browse, f"{URL}warnings/")
    assert "Jen náš tým" not in seen(browse, f"{URL}warnings/")

    signals.withdraw(by=hana, warning=warning, reason="Rozbor nic nenašel.", at=timezone.now())

    assert seen(browse, f"{URL}warnings/") == 404


def test_a_warning_of_tomorrow_is_not_told_today(browse, lists, warn, today):
    warn(valid_from=today + timedelta(days=1))

    assert seen(browse, f"{URL}warnings/") == 404


def test_nobody_is_remembered(hana, teren, lists, browse, publish, warn):
    publish(hana, teren), warn()
    before = Entry.objects.count()

    answer = browse().get(URL)

    assert Entry.objects.count() == before
    assert not answer.cookies


def test_the_language_stands_in_the_address(hana, teren, lists, browse, publish):
    publish(hana, teren)

    assert "Rest and food" in seen(browse, f"{URL}?lang=en")
    assert "Sluch" in seen(browse, f"{URL}?lang=xx")


@pytest.mark.parametrize("path", ["/projection/cs/", "/projection/en/", "/projection/cs/table/"])
def test_the_projection_is_open_to_all(path, browse, db):
    answer = browse().get(path)

    assert answer.status_code == 200
    assert ("Opioids" in answer.content.decode()) == ("/en/" in path)
    assert not answer.cookies


def test_the_projection_speaks_no_other_language(browse, db):
    assert browse().get("/projection/xx/").status_code == 404
    assert browse().get("/projection/").url == "/projection/cs/"
