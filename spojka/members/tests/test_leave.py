"""Letting colleagues go, letting them come back, and changing what they work as."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.members.actions import memberships
from spojka.members.models import Standing
from spojka.members.posts import CanNotBe, LastManager, NotYoursToGive, Post
from spojka.network.models import Membership
from tests import make

TODAY = timezone.localdate
DAY = timedelta(days=1)


def of(actor):
    return Membership.objects.get(pk=actor.id)


def end(by, whom, last_day=None):
    return memberships.end(by=by, membership=of(whom), last_day=last_day or TODAY(), at=timezone.now())


def change(by, whom, version=0, **fields):
    now = vars(Post.of(of(whom)))
    return memberships.change(
        by=by, membership=of(whom), post=Post(**now | fields), version=version, at=timezone.now()
    )


def send_end(browser, whom, **typed):
    return browser.post(f"/podchod/people/{whom.id}/end/", {"last_day": TODAY().isoformat()} | typed)


def test_today_shuts_the_door_at_once_on_all_devices(hana, anna, browse):
    phone, tablet = browse(anna), browse(anna)
    assert phone.get("/podchod/people/").status_code == tablet.get("/podchod/people/").status_code == 200

    assert send_end(browse(hana), anna).status_code == 302

    assert phone.get("/podchod/people/").url.startswith("/account/login/")
    assert tablet.post("/podchod/people/").url.startswith("/account/login/")
    assert browse(anna).get("/podchod/people/").status_code == 404


def test_a_day_to_come_shuts_it_with_that_day(hana, anna, browse):
    end(hana, anna, TODAY() + DAY)

    assert browse(anna).get("/podchod/people/").status_code == 200
    assert not Membership.objects.valid(TODAY() + 2 * DAY).filter(pk=anna.id).exists()


def test_who_works_elsewhere_too_stays_signed_in_there(hana, anna, cyril, browse):
    other = make.member(make.the_service_of(cyril))
    Membership.objects.filter(pk=other.id).update(user=anna.user)
    browser = browse(anna)
    assert browser.get("/podchod/people/").status_code == 200

    end(hana, anna)

    assert browser.get("/podchod/people/").status_code == 404
    assert browser.get("/jinde/people/").status_code == 200


def test_deletes_nothing_and_keeps_the_name_at_what_they_wrote(hana, anna, teren, browse):
    client = make.client(teren, recorded_by=anna.id)
    encounter = make.encounter(make.shift(teren), client=client, recorded_by=anna.id)
    end(hana, anna)

    page = browse(hana).get(f"/podchod/encounters/{encounter.pk}/").content.decode()

    assert "Anna Poledne" in page
    assert "Anna Poledne" in browse(hana).get("/podchod/people/?state=ended").content.decode()


def test_one_who_never_began_can_be_let_go(hana, anna):
    of(anna).change(valid_from=TODAY() + 9 * DAY)

    end(hana, anna)

    assert of(anna).has_ended(TODAY())


@pytest.mark.parametrize("typed", ["", "včera", "1999-01-01", "2019-12-31"])
def test_says_at_the_field_what_is_wrong_with_the_day(hana, anna, browse, typed):
    answer = send_end(browse(hana), anna, last_day=typed)

    assert answer.status_code == 422
    assert "last_day" in answer.context["form"].errors
    assert not of(anna).has_ended(TODAY())


def test_is_not_done_twice(hana, anna):
    end(hana, anna)

    with pytest.raises(memberships.HasEnded):
        end(hana, anna)
    with pytest.raises(memberships.HasEnded):
        change(hana, anna, role="key_worker")


def test_nobody_ends_or_changes_whom_they_do_not_lead(anna, hana, bara, gita, cyril, teren, kontakt):
    both = make.member(teren, kontakt)
    for by, whom in [(anna, hana), (hana, bara), (hana, gita), (hana, hana), (hana, both), (cyril, anna)]:
        with pytest.raises(PermissionDenied):
            end(by, whom)
        with pytest.raises(PermissionDenied):
            change(by, whom, role="key_worker")


def test_who_runs_the_house_changes_everybody_and_reads_no_more_for_it(gita, anna, teren, browse):
    client = make.client(teren)

    change(gita, anna, role="service_head")

    assert of(anna).role == "service_head"
    assert not gita.can(Permission.CLIENT_VIEW, client)
    assert browse(gita).get(f"/podchod/clients/{client.pk}/").status_code == 404


def test_the_last_manager_stays(gita, hana, kontakt):
    for wrong in (
        lambda: end(gita, gita),
        lambda: end(gita, gita, TODAY() + 9 * DAY),
        lambda: change(gita, gita, role="field_worker"),
        lambda: change(gita, gita, valid_to=TODAY() + DAY),
        lambda: change(gita, gita, valid_from=TODAY() + DAY),
    ):
        with pytest.raises(LastManager):
            wrong()
    second = make.member(kontakt, role="organisation_manager")
    of(second).change(valid_to=TODAY() + 5 * DAY)
    with pytest.raises(LastManager):  # the other one leaves before
        end(gita, gita, TODAY() + 9 * DAY)
    end(gita, gita)
    with pytest.raises(LastManager):
        end(second, second)


def test_a_change_holds_from_the_next_request_and_is_kept(hana, anna, browse):
    browser = browse(anna)
    assert browser.get("/podchod/audit/").status_code == 404

    change(hana, anna, role="service_head")

    assert browser.get("/podchod/audit/").status_code == 200
    assert Standing.objects.get(membership=anna.id).role == "field_worker"
    assert Entry.objects.filter(verb="member.change", subject_id=anna.id, actor_id=hana.id).exists()
    page = browse(hana)
    assert "terénní" in page.get(f"/podchod/people/{anna.id}/").content.decode()


def test_a_change_sent_twice_is_one_and_a_stale_one_is_refused(hana, anna):
    change(hana, anna, role="key_worker")
    change(hana, anna, role="key_worker")
    assert Standing.objects.count() == 1

    with pytest.raises(memberships.ChangedMeanwhile):
        change(hana, anna, role="volunteer_on_duty")


def test_a_head_takes_no_reading_of_the_house_away_by_mistake_and_gives_none(hana, anna, browse, teren):
    of(anna).change(reads_house=True)
    typed = {"role": "key_worker", "services": [teren.pk], "valid_from": "2020-01-01", "valid_to": "", "version": 0}

    assert browse(hana).post(f"/podchod/people/{anna.id}/change/", typed).status_code == 302

    assert (of(anna).role, of(anna).reads_house) == ("key_worker", True)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"role": "organisation_manager"}, "role"),
        ({"role": "není"}, "role"),
        ({"services": []}, "services"),
        ({"valid_from": "2026-02-30"}, "valid_from"),
        ({"valid_from": "2026-05-02", "valid_to": "2026-05-01"}, "valid_to"),
        ({"version": "x"}, "version"),
        ({"version": 7}, "__all__"),
    ],
)
def test_says_what_is_wrong_with_a_change(hana, anna, teren, browse, typed, field):
    usual = {"role": "key_worker", "services": [teren.pk], "valid_from": "2020-01-01", "valid_to": "", "version": 0}

    answer = browse(hana).post(f"/podchod/people/{anna.id}/change/", usual | typed)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert of(anna).role == "field_worker"


def test_they_come_back_with_their_old_account(hana, anna, teren, browse):
    end(hana, anna)
    typed = {"role": "key_worker", "services": [teren.pk], "valid_from": TODAY().isoformat(), "valid_to": ""}

    assert browse(hana).post(f"/podchod/people/{anna.id}/back/", typed).status_code == 302

    assert browse(anna).get("/podchod/people/").status_code == 200
    assert Actor.member(of(anna)).role == "key_worker"
    assert Standing.objects.filter(membership=anna.id).count() == 2


def test_nobody_comes_back_in_a_role_that_can_not_be_given(hana, anna, teren):
    end(hana, anna)
    post = Post(role="organisation_manager", services=(teren,), valid_from=TODAY())

    with pytest.raises(NotYoursToGive):
        memberships.let_back(by=hana, membership=of(anna), post=post, at=timezone.now())


def test_nobody_comes_back_who_is_here(hana, anna, teren):
    post = Post(role="key_worker", services=(teren,), valid_from=TODAY())

    with pytest.raises(memberships.HasNotEnded):
        memberships.let_back(by=hana, membership=of(anna), post=post, at=timezone.now())


def test_no_end_before_the_start_passes_the_action(hana, anna):
    with pytest.raises(CanNotBe):
        change(hana, anna, valid_from=TODAY(), valid_to=TODAY() - DAY)
