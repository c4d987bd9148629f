"""Inviting somebody, by those who may and to what they may give."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.links import doors as links
from spojka.members.actions import invitations
from spojka.members.models import Invitation
from spojka.members.posts import CanNotBe, NotYoursToGive, Post
from spojka.network.models import Membership
from tests import make

TODAY = timezone.localdate


def post(*services, role="field_worker", **fields):
    return Post(role=role, services=services, **{"valid_from": TODAY()} | fields)


def invite(by, what, email="nina@example.org", **fields):
    usual = {"id": new_id(), "name": "Nina Nová", "token": links.new_token(), "at": timezone.now()}
    return invitations.invite(by=by, organisation=by.organisation, email=email, post=what, **usual | fields)


def send(browser, *services, **typed):
    said = {"id": str(new_id()), "email": "nina@example.org", "name": "Nina Nová", "role": "field_worker"}
    said |= {"services": [s.pk for s in services], "valid_from": TODAY().isoformat(), "valid_to": ""}
    return browser.post("/podchod/people/invite/", said | typed)


def wrongs(answer):
    assert answer.status_code == 422
    return answer.context["form"].errors


def test_sends_a_letter_whose_link_only_its_hash_is_kept_of(hana, teren, browse):
    answer = send(browse(hana), teren, email="Nina@Example.org")

    (letter,) = mail.outbox
    row = Invitation.objects.get()
    assert answer.url == f"/podchod/invitations/{row.pk}/"
    assert (letter.to, letter.subject) == (["nina@example.org"], "Spojka: pozvánka, Podchod")
    token = letter.body.split("/account/invitation/")[1].split("/")[0]
    assert row.opens_with(token)
    assert token not in str(row.link.__dict__)
    assert row.sent_at


def test_ends_the_letters_sentence_once(hana, teren, browse):
    teren.organisation.change(name="Podchod, z. ú.")

    send(browse(hana), teren)

    assert "z. ú.." not in mail.outbox[0].body


def test_is_audited_and_told_in_words(hana, teren, browse):
    row = invite(hana, post(teren))

    assert Entry.objects.filter(verb="member.invite", subject_id=row.pk, actor_id=hana.id).count() == 1
    assert "pozvání kolegy" in [line.what for line in browse(hana).get("/podchod/audit/").context["lines"]]


def test_sent_twice_makes_one_invitation_and_one_letter(hana, teren, browse):
    browser, id = browse(hana), str(new_id())

    assert send(browser, teren, id=id).url == send(browser, teren, id=id).url
    assert Invitation.objects.count() == len(mail.outbox) == 1


def test_is_kept_when_the_letter_can_not_be_sent(hana, teren, browse, monkeypatch):
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(OSError))

    page = browse(hana).get(send(browse(hana), teren).url).content.decode()

    assert Invitation.objects.get().sent_at is None
    assert "nepodařilo odeslat" in page


@pytest.mark.parametrize("role", ["organisation_manager", "auditor", "funder", "client", "system", "není"])
def test_refuses_a_head_a_role_above_their_own(hana, teren, browse, role):
    with pytest.raises(NotYoursToGive):
        invite(hana, post(teren, role=role))
    assert "role" in wrongs(send(browse(hana), teren, role=role))


def test_refuses_a_head_a_service_that_is_not_theirs(hana, teren, kontakt, browse):
    with pytest.raises(PermissionDenied):
        invite(hana, post(teren, kontakt))
    assert "services" in wrongs(send(browse(hana), teren, kontakt))


def test_refuses_a_service_of_another_house(gita, cyril, browse):
    theirs = make.the_service_of(cyril)

    with pytest.raises(PermissionDenied):
        invite(gita, post(theirs))
    assert "services" in wrongs(send(browse(gita), theirs))


def test_refuses_a_worker_and_a_stranger(anna, cyril, hana, teren, browse):
    for who in (anna, cyril):
        with pytest.raises(PermissionDenied):
            invitations.invite(
                by=who, id=new_id(), organisation=hana.organisation, email="x@example.org", name="X",
                post=post(teren), token="t", at=timezone.now(),
            )  # fmt: skip
    assert send(browse(anna), teren).status_code == 404


def test_a_manager_invites_anywhere_in_the_house_and_lets_read_it_all(gita, teren, browse):
    send(browse(gita), teren, role="auditor", reads_house="on")

    assert Invitation.objects.get().reads_house
    with pytest.raises(NotYoursToGive):
        invite(make.member(teren, role="service_head"), post(teren, reads_house=True))


def test_who_is_narrowed_to_a_team_invites_into_it_only(teren):
    lipovec, vrbohrad = make.team(teren), make.team(teren)
    head = make.member(teren, role="service_head", teams=[lipovec])

    with pytest.raises(NotYoursToGive):
        invite(head, post(teren))
    with pytest.raises(PermissionDenied):
        invite(head, post(teren, teams=(vrbohrad,)))
    assert list(invite(head, post(teren, teams=(lipovec,))).teams.all()) == [lipovec]


def test_teams_fit_their_services(gita, teren, kontakt):
    lipovec = make.team(teren)

    with pytest.raises(CanNotBe, match="nevybrali"):
        invite(gita, post(kontakt, teams=(lipovec,)))
    make.team(kontakt)
    with pytest.raises(CanNotBe, match="Vyberte i tým"):
        invite(gita, post(teren, kontakt, teams=(lipovec,)))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"email": "nina"}, "email"),
        ({"email": "nina@example.org\nBcc: x@example.org"}, "email"),
        ({"name": "N" * 10_000}, "name"),
        ({"name": " "}, "name"),
        ({"services": []}, "services"),
        ({"services": ["nic"]}, "services"),
        ({"valid_from": "zítra"}, "valid_from"),
        ({"valid_from": ""}, "valid_from"),
        ({"valid_from": "2026-05-02", "valid_to": "2026-05-01"}, "valid_to"),
        ({"valid_from": "2020-05-02", "valid_to": "2020-06-01"}, "valid_to"),
        ({"valid_from": "0001-01-01"}, "valid_from"),
    ],
)
def test_says_at_the_field_what_is_wrong_and_keeps_the_rest(hana, teren, browse, typed, field):
    answer = send(browse(hana), teren, **typed)

    assert field in wrongs(answer)
    assert field == "name" or "Nina Nová" in answer.content.decode()
    assert not mail.outbox


def test_refuses_who_works_here_but_tells_a_head_nothing_of_others(hana, anna, bara, gita, teren):
    with pytest.raises(invitations.AlreadyThere, match="Anna"):
        invite(hana, post(teren), email=anna.user.email)
    with pytest.raises(invitations.AlreadyThere, match="Bára"):
        invite(gita, post(teren), email=bara.user.email)

    assert invite(hana, post(teren), email=bara.user.email)
    assert invite(hana, post(teren), email="cyril@example.org")


def test_refuses_a_second_letter_to_the_same_address(hana, teren):
    invite(hana, post(teren))

    with pytest.raises(invitations.AlreadyThere):
        invite(hana, post(teren))


def test_a_closed_service_takes_nobody(gita, teren):
    teren.change(ends_on=TODAY() - timedelta(days=1))

    with pytest.raises(CanNotBe, match="ukončená"):
        invite(gita, post(teren))


def test_sent_again_has_a_new_link_and_the_old_one_holds_no_more(hana, teren, browse):
    row = make.invitation(teren, token="old", at=timezone.now() - timedelta(minutes=2))

    browse(hana).post(f"/podchod/invitations/{row.pk}/again/")

    assert len(mail.outbox) == 1
    assert browse().get("/account/invitation/old/").status_code == 410
    assert browse(hana).post(f"/podchod/invitations/{row.pk}/again/").status_code == 422  # a moment ago
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("before", "back"),
    [
        ("http://testserver/podchod/people/", "http://testserver/podchod/people/"),
        ("https://evil.invalid/", "/"),
        ("", "/"),
    ],
)
def test_what_can_not_be_done_leads_back_to_a_page_of_ours(hana, teren, browse, before, back):
    row = make.invitation(teren, at=timezone.now())

    answer = browse(hana).post(f"/podchod/invitations/{row.pk}/again/", headers={"referer": before})

    assert answer.status_code == 422
    assert f'<a class="btn" href="{back}">' in answer.content.decode()


def test_taken_back_opens_nothing(hana, teren, browse):
    row = make.invitation(teren, token="abc")

    for _ in range(2):
        assert browse(hana).post(f"/podchod/invitations/{row.pk}/withdraw/").status_code == 302

    assert browse().get("/account/invitation/abc/").status_code == 410
    assert browse(hana).post(f"/podchod/invitations/{row.pk}/again/").status_code == 422


def test_shows_a_head_no_invitation_of_other_services(hana, teren, kontakt, gita, browse):
    make.invitation(teren, name="Nina Naše")
    make.invitation(kontakt, name="Ota Jiný")
    make.invitation(teren, name="Eva Vedoucí", role="organisation_manager")

    def seen(who):
        return [one.name for one in browse(who).get("/podchod/people/").context["invitations"]]

    assert seen(hana) == ["Nina Naše"]
    assert seen(gita) == ["Eva Vedoucí", "Nina Naše", "Ota Jiný"]
    assert not Membership.objects.filter(user__name="Nina Naše").exists()
