"""A key that was changed, half changed or lost: nothing breaks, nothing is lost while it may come back."""

import pytest
from django.core.management import CommandError, call_command

from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.identities import actions, sealing
from spojka.identities.models import Identity, IdentityMark
from spojka.identities.sealing import Person
from spojka.members import resealing
from tests import make

EVA = Person(surname="Šťastná", first="Eva")
NEW = "a new key of this Spojka, fifty signs long or more, invented for a test"


@pytest.fixture
def client_(teren):
    return make.client(teren, code="AB12")


@pytest.fixture
def known(hana, client_):
    return actions.name(by=hana, id=new_id(), client=client_, person=EVA, today=make.SATURDAY, without_why="x")


@pytest.fixture
def lost(known, settings):
    """The key that sealed the name is here no more."""
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, []
    return old


def test_pages_say_that_the_key_is_lost(lost, hana, client_, browse):
    told = browse(hana).get(f"/podchod/clients/{client_.pk}/identity/")

    assert "klíčem, který tu už není" in told.content.decode()
    assert browse(hana).post("/podchod/named/", {"surname": "Šťastná"}).status_code == 200


def test_a_merge_leaves_the_name_where_an_older_key_will_open_it(lost, hana, teren, client_, settings):
    other = make.client(teren)
    joining.merge(by=hana, id=new_id(), client=other, other=client_, reason="x", at=make.NOON)

    settings.SECRET_KEY_FALLBACKS = [lost]
    row = Identity.objects.get()
    assert sealing.unseal(row.sealed, client_.pk) == EVA


def test_it_may_be_written_anew(lost, hana, client_, browse):
    page = browse(hana).get(f"/podchod/clients/{client_.pk}/identity/change/")
    typed = {"id": new_id(), "agreement": new_id(), "surname": "Nová", "basis": "spoken"}
    typed["version"] = page.context["form"]["version"].value()

    assert browse(hana).post(f"/podchod/clients/{client_.pk}/identity/change/", typed).status_code == 302
    assert sealing.unseal(Identity.objects.get().sealed, client_.pk).surname == "Nová"


def test_resealing_does_the_others_and_says_how_many_it_could_not(lost, hana, teren, settings, capsys):
    other = make.client(teren)
    actions.name(by=hana, id=new_id(), client=other, person=EVA, today=make.SATURDAY, without_why="x")
    before = Identity.objects.get(client=other).sealed

    with pytest.raises(CommandError, match="klíčem, který tu už není: 1"):
        call_command("reseal")

    assert Identity.objects.get(client=other).sealed != before
    settings.SECRET_KEY_FALLBACKS = [lost]
    call_command("reseal")
    settings.SECRET_KEY_FALLBACKS = []
    assert {sealing.unseal(one.sealed, one.client_id) for one in Identity.objects.all()} == {EVA}


def test_killed_in_the_middle_it_changed_nothing_and_can_be_run_again(lost, known, settings, monkeypatch):
    settings.SECRET_KEY_FALLBACKS = [lost]
    sealed, marks = known.sealed, set(IdentityMark.objects.values_list("mark", flat=True))

    def killed():
        raise KeyboardInterrupt

    monkeypatch.setattr(resealing, "_OTHERS", [*resealing._OTHERS, killed])
    with pytest.raises(KeyboardInterrupt):
        call_command("reseal")
    assert Identity.objects.get().sealed == sealed
    assert set(IdentityMark.objects.values_list("mark", flat=True)) == marks

    monkeypatch.setattr(resealing, "_OTHERS", resealing._OTHERS[:-1])
    call_command("reseal")
    settings.SECRET_KEY_FALLBACKS = []
    assert sealing.unseal(Identity.objects.get().sealed, known.client_id) == EVA
