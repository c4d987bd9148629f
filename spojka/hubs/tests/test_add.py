"""The office: a hub is written down, a laptop joins it by a code, and it is revoked."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.base.sealed import is_sealed
from spojka.hubs import actions, joining
from spojka.hubs.models import Hub
from spojka.links.doors import LinkOver, new_token
from spojka.members.resealing import reseal


def add(by, service, address="stanek.podchod.cz", **said):
    return actions.add(**{"by": by, "id": new_id(), "service": service, "name": "Stánek", "address": address} | said)


@pytest.mark.parametrize(
    "address", ["https://stanek.cz", "stanek", "192.168.1.5", "a b.cz", "stanek.cz/x", "x.cz;", "a.cz:99999"]
)
def test_refuses_what_no_certificate_could_be_for(hana, teren, address):
    with pytest.raises(actions.NoSuchAddress):
        add(hana, teren, address)


def test_refuses_a_name_that_is_another_hubs(hana, teren, hub):
    with pytest.raises(actions.NoSuchAddress):
        add(hana, teren, "STANEK.podchod.cz ")
    actions.revoke(by=hana, hub=hub, at=timezone.now())
    assert add(hana, teren).address == "stanek.podchod.cz"


@pytest.mark.parametrize("address", ["spojka.podchod.cz", "Spojka.podchod.cz:8443"])
def test_refuses_the_name_that_spojka_itself_answers_under(hana, teren, settings, address):
    settings.ALLOWED_HOSTS = ["spojka.podchod.cz", ".podchod.cz"]
    with pytest.raises(actions.NoSuchAddress):
        add(hana, teren, address)
    assert add(hana, teren).address == "stanek.podchod.cz"


def test_a_repeated_send_is_one_hub(hana, teren, hub):
    assert add(hana, teren, id=hub.pk) == hub
    assert Hub.objects.count() == 1


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_the_head_of_the_service_adds_and_revokes(request, who, teren, hub):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        add(stranger, teren, "jiny.podchod.cz")
    with pytest.raises(PermissionDenied):
        actions.revoke(by=stranger, hub=hub, at=timezone.now())
    with pytest.raises(PermissionDenied):
        actions.invite(by=stranger, hub=hub, token=new_token(), at=timezone.now())


def test_its_secrets_lie_sealed_and_are_sealed_anew(hub, code, settings):
    before = hub.key
    assert all(is_sealed(secret) for secret in (hub.key, hub.marking, hub.passing))
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = (
        [settings.SECRET_KEY],
        "a new key of the same length or more" * 2,
    )
    assert reseal().many == 1
    settings.SECRET_KEY_FALLBACKS = []
    hub.refresh_from_db()
    assert hub.key != before
    assert joining.join(code, timezone.now())["hub"] == str(hub.pk)


def test_a_code_lets_one_laptop_join_within_a_day(hub, code):
    now = timezone.now()
    with pytest.raises(LinkOver):
        joining.join(code, now + timedelta(days=1, minutes=1))

    said = joining.join(code, now)
    with pytest.raises(LinkOver):
        joining.join(code, now)

    assert joining.known(said["credential"]) == hub
    assert joining.known(said["credential"][:-1] + "x") is None
    assert Entry.objects.filter(verb="hub.joined", subject_id=hub.pk, actor_kind="system").count() == 1


def test_a_newer_code_ends_the_older_and_a_new_laptop_the_old_one(hana, hub, code):
    token = new_token()
    first = joining.join(code, timezone.now())["credential"]
    hub.refresh_from_db()
    actions.invite(by=hana, hub=hub, token=token, at=timezone.now())
    second = joining.join(joining.code_of(hub, token), timezone.now())["credential"]

    assert joining.known(first) is None
    assert joining.known(second) == hub


def test_the_code_is_shown_once(hana, hub, browse):
    url = f"/podchod/hubs/{hub.pk}/"
    shown = browse(hana).post(f"{url}code/").content.decode()
    assert f"{hub.service_id.hex}." in shown
    assert "spojka hub join http://testserver" in shown
    assert f"{hub.service_id.hex}." not in browse(hana).get(url).content.decode()


def test_the_office_shows_what_it_needs(hana, anna, hub, browse):
    ends = timezone.now() - timedelta(days=1)
    Hub.objects.update(waiting=7, joined_at=ends, heard_at=ends, certificate_ends=ends)
    shown = browse(anna).get("/podchod/hubs/").content.decode()
    assert "stanek.podchod.cz" in shown
    assert "skončil" in shown
    assert "Nový rozbočovač" not in shown
    assert "7 zápisů" in browse(hana).get(f"/podchod/hubs/{hub.pk}/revoke/").content.decode()
    assert browse(hana).post(f"/podchod/hubs/{hub.pk}/revoke/").status_code == 302
    assert Hub.objects.get().is_revoked


def test_it_is_added_by_a_form(hana, teren, browse):
    said = {"id": str(new_id()), "service": str(teren.pk), "name": "Notebook", "address": "192.168.1.5"}
    answer = browse(hana).post("/podchod/hubs/new/", said)
    assert answer.status_code == 422
    assert "bez https" in answer.content.decode()
    assert browse(hana).post("/podchod/hubs/new/", said | {"address": "hub.podchod.cz:8443"}).status_code == 302
    assert Hub.objects.get().origin == "https://hub.podchod.cz:8443"
