"""Accepting an invitation by the link of its letter."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.audit.models import Entry
from spojka.links.doors import LinkOver
from spojka.links.models import Link
from spojka.members import people
from spojka.members.actions import invitations
from spojka.members.models import Invitation, Standing
from spojka.network.models import Membership, User
from tests import make

PASSWORD = "tři velbloudi u vody"
URL = "/account/invitation/token/"
TYPED = {"name": "Nina Nová", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def invited(teren):
    return make.invitation(teren, token="token", email="nina@example.org", role="key_worker")


def test_makes_an_account_and_signs_in(invited, browse):
    browser = browse()
    assert "Podchod" in browser.get(URL).content.decode()

    assert browser.post(URL, TYPED | {"name": "Nina Jasná"}).url == "/"

    member = Membership.objects.get(user__email="nina@example.org")
    assert (member.user.name, member.role, member.services.get()) == (
        "Nina Jasná",
        "key_worker",
        invited.services.get(),
    )
    assert browser.get("/podchod/people/").status_code == 200
    assert browse().post("/account/login/", {"login": "nina@example.org", "password": PASSWORD}).status_code == 302


def test_reading_the_letter_uses_nothing_up(invited, browse):
    for _ in range(3):
        assert browse().get(URL).status_code == 200

    assert Link.objects.get().used_at is None


def test_is_audited_as_the_holder_of_the_link(invited, browse, hana):
    browse().post(URL, TYPED)

    entry = Entry.objects.get(verb="member.accept")
    assert (entry.actor_kind, entry.actor_id) == ("link_holder", str(invited.link_id))
    assert "přijetí pozvánky" in [line.what for line in browse(hana).get("/podchod/audit/").context["lines"]]


def test_holds_once(invited, browse):
    browse().post(URL, TYPED)

    answer = browse().post(URL, TYPED)

    assert answer.status_code == 410
    assert "Tento odkaz neplatí" in answer.content.decode()
    assert User.objects.filter(email="nina@example.org").count() == 1


def test_a_double_tap_leads_in(invited, browse):
    browser = browse()

    assert browser.post(URL, TYPED).url == browser.post(URL, TYPED).url == "/"


@pytest.mark.parametrize("token", ["Token", "x", "token%00", "t" * 3000])
def test_a_wrong_link_says_the_same(invited, browse, token):
    answer = browse().get(f"/account/invitation/{token}/")

    assert answer.status_code == 410
    assert "Tento odkaz neplatí" in answer.content.decode()


def test_holds_for_seven_days(teren, browse):
    make.invitation(teren, token="old", at=timezone.now() - timedelta(days=7, minutes=1))
    make.invitation(teren, token="young", at=timezone.now() - timedelta(days=6, hours=23))

    assert browse().get("/account/invitation/old/").status_code == 410
    assert browse().get("/account/invitation/young/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"password": "krátké", "again": "krátké"}, "password"),
        ({"password": "1234567890", "again": "1234567890"}, "password"),
        ({"password": "nina@example.org", "again": "nina@example.org"}, "password"),
        ({"again": "něco jiného"}, "again"),
        ({"name": "N" * 10_000}, "name"),
        ({"name": ""}, "name"),
    ],
)
def test_says_at_the_field_what_is_wrong(invited, browse, typed, field):
    answer = browse().post(URL, TYPED | typed)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert Link.objects.get().used_at is None


def test_changes_no_password_of_who_has_an_account(invited, browse, cyril):
    cyril.user.change(email="nina@example.org")
    before = User.objects.get(pk=cyril.user.pk).password

    page = browse().post(URL, TYPED)

    assert "/account/login/?next=/account/invitation/token/" in page.content.decode()
    assert User.objects.get(pk=cyril.user.pk).password == before
    assert not Membership.objects.filter(role="key_worker").exists()


def test_who_has_an_account_signs_in_and_accepts(invited, browse, cyril):
    cyril.user.change(email="nina@example.org")
    browser = browse(cyril)
    assert "Přijmout" in browser.get(URL).content.decode()

    assert browser.post(URL).url == "/"

    assert browser.get("/podchod/people/").status_code == 200
    assert browser.get("/jinde/people/").status_code == 200


def test_is_not_for_somebody_else_who_is_signed_in(invited, browse, hana):
    browser = browse(hana)

    assert "pro někoho jiného" in browser.get(URL).content.decode()
    assert browser.post(URL).status_code == 422
    assert Link.objects.get().used_at is None


def test_opens_again_what_has_ended(invited, browse, anna):
    anna.user.change(email="nina@example.org")
    ended = timezone.localdate() - timedelta(days=9)
    Membership.objects.get(pk=anna.id).change(valid_to=ended, ended_at=timezone.now())

    browse(anna).post(URL)

    member = Membership.objects.get(pk=anna.id)
    assert (member.role, member.valid_to, member.ended_at) == ("key_worker", None, None)
    assert Standing.objects.get().role == "field_worker"


def test_changes_nothing_of_who_works_here(invited, browse, bara):
    bara.user.change(email="nina@example.org")

    answer = browse(bara).post(URL)

    assert answer.status_code == 422
    assert "už pracujete" in answer.content.decode()
    assert [s.name for s in Membership.objects.get(pk=bara.id).services.all()] == ["Kontaktní centrum"]


def test_the_loser_of_a_race_is_told_and_changes_nothing(invited):
    holder, seen = people.behind("token", timezone.now())
    said = {"by": holder, "at": timezone.now(), "name": "Nina", "password": PASSWORD}
    invitations.accept(invitation=seen, **said)

    with pytest.raises(invitations.NotWaiting):
        invitations.accept(invitation=seen, **said)
    assert Membership.objects.filter(user__email="nina@example.org").count() == 1


def test_another_link_opens_no_invitation_of_others(invited, teren, gita):
    other = make.invitation(teren, token="other")
    holder = Actor.link_holder(other.link_id, gita.organisation)

    assert list(Invitation.objects.allowed(holder, "member.accept")) == [other]


def test_a_letter_of_who_has_left_opens_nothing_until_somebody_sends_it_again(hana, teren, browse):
    leaving = make.member(teren, role="service_head")
    invitation = make.invitation(teren, token="token", email="nina@example.org", recorded_by=leaving.id)
    Membership.objects.get(pk=leaving.id).change(ended_at=timezone.now())

    assert [browse().get(URL).status_code, browse().post(URL, TYPED).status_code] == [410, 410]
    by = Actor.link_holder(invitation.link_id, invitation.organisation)
    with pytest.raises(LinkOver):
        invitations.accept(by=by, invitation=invitation, at=timezone.now(), name="Nina", password=PASSWORD)
    assert "už neplatí" in browse(hana).get(f"/podchod/invitations/{invitation.pk}/").content.decode()

    later = timezone.now() + timedelta(minutes=2)
    invitations.send_again(by=hana, invitation=invitation, token="token-2", at=later)
    assert browse().get("/account/invitation/token-2/").status_code == 200


def test_who_may_not_give_the_role_any_more_lets_nobody_in_by_it(teren, browse):
    was_head = make.member(teren, role="service_head")
    make.invitation(teren, token="token", recorded_by=was_head.id)
    Membership.objects.get(pk=was_head.id).change(role="field_worker")

    assert browse().get(URL).status_code == 410
