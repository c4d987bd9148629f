"""Other houses: told a signal or a warning by a grant alone, and only if they agreed to be found."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.network.models import Organisation
from spojka.signals import actions
from spojka.signals.models import Acknowledgement, EarlyWarning, Signal, WarningReply
from spojka.signals.together import things
from tests import make


@pytest.fixture
def jinde(cyril):
    """Cyril's house, which agreed to be found."""
    return cyril.organisation.change(hears_warnings=True)


@pytest.fixture
def silent(db):
    return make.organisation(slug="ticho", name="Ticho")


def sees(actor, row, permission=Permission.WARNING_VIEW):
    return type(row).objects.allowed(actor, permission).filter(pk=row.pk).exists()


def share(by, signal, *partners):
    return actions.share(by=by, signal=signal, partners=partners, at=timezone.now())


def reply(by, warning, today, text="Viděli jsme to taky."):
    return actions.reply(by=by, id=new_id(), warning=warning, text=text, today=today)


def test_a_chosen_house_sees_a_verified_warning_and_reads_it(hana, cyril, teren, jinde, draw, today):
    draft = draw(hana, teren, audience="network", partners=[jinde])
    assert not sees(cyril, draft)

    warning = actions.verify(by=hana, warning=draft, at=timezone.now(), today=today)

    assert sees(cyril, warning)
    actions.acknowledge(by=cyril, warning=warning, at=timezone.now(), today=today)
    assert Acknowledgement.objects.get().organisation == hana.organisation


def test_a_house_that_was_not_chosen_or_did_not_agree_sees_nothing(hana, cyril, teren, jinde, silent, draw, today):
    stranger = make.member(make.service(organisation=silent))
    warning = draw(hana, teren, verified=hana, audience="public", partners=[jinde, silent])

    assert (sees(cyril, warning), sees(stranger, warning)) == (True, False)


def test_withdrawing_takes_it_from_other_houses_too(hana, cyril, teren, jinde, draw):
    warning = draw(hana, teren, verified=hana, audience="network", partners=[jinde])
    actions.withdraw(by=hana, warning=warning, reason="Rozbor nic nenašel.", at=timezone.now())

    assert not sees(cyril, warning)


def test_outside_of_its_days_another_house_sees_nothing(hana, cyril, teren, jinde, draw, today):
    days = {"valid_from": today + timedelta(days=1), "valid_to": today + timedelta(days=2)}

    assert not sees(cyril, draw(hana, teren, verified=hana, audience="network", partners=[jinde], **days))


@pytest.mark.parametrize(("audience", "chosen"), [("team", True), ("house", True), ("network", False)])
def test_audience_and_organisations_must_fit(hana, teren, jinde, draw, audience, chosen):
    with pytest.raises(Refusal):
        draw(hana, teren, audience=audience, partners=[jinde] if chosen else [])

    assert not EarlyWarning.objects.exists()


def test_a_signal_is_told_to_chosen_houses_and_told_no_more(hana, anna, cyril, teren, jinde, silent, notice):
    signal = notice(anna, teren)
    assert not sees(cyril, signal, Permission.SIGNAL_VIEW)

    for _ in range(2):
        share(hana, signal, jinde, silent)
    assert sees(cyril, signal, Permission.SIGNAL_VIEW)
    assert Grant.objects.filter(subject_id=signal.pk).exclude(grantee_id=teren.organisation_id).count() == 1

    share(hana, signal)
    assert not sees(cyril, signal, Permission.SIGNAL_VIEW)


def test_telling_no_more_leaves_the_own_house_its_view(hana, anna, bara, teren, jinde, notice):
    signal = share(hana, notice(anna, teren), jinde)
    share(hana, signal)

    assert sees(bara, signal, Permission.SIGNAL_VIEW)


def test_what_is_taken_back_is_taken_from_all(hana, anna, cyril, teren, jinde, notice):
    signal = share(hana, notice(anna, teren), jinde)
    actions.void(by=anna, signal=signal, at=timezone.now())

    assert not sees(cyril, signal, Permission.SIGNAL_VIEW)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_the_head_of_the_service_tells_it_on(who, anna, teren, jinde, notice, request):
    with pytest.raises(PermissionDenied):
        share(request.getfixturevalue(who), notice(anna, teren), jinde)


def test_what_was_told_can_not_be_told_on(hana, anna, cyril, teren, jinde, silent, notice):
    signal = share(hana, notice(anna, teren), jinde)
    head = make.member(make.service(organisation=jinde), role="service_head")

    with pytest.raises(PermissionDenied):
        share(head, signal, silent)


def test_a_coordinator_draws_the_sightings_of_two_houses_together(hana, anna, cyril, teren, jinde, notice, draw):
    theirs = make.service(organisation=jinde, name="Ulice")
    head = make.member(theirs, role="service_head")
    own, told = notice(head, theirs, what="kotva"), share(hana, notice(anna, teren, where="sklep"), jinde)

    (thing,) = things([own, told], jinde.pk)
    warning = draw(head, theirs, signals=thing.signals, verified=head)

    assert thing.services == ["Ulice", "Podchod"]
    assert set(warning.signals.all()) == {own, told}


def test_the_exact_place_stays_in_its_house(hana, anna, cyril, teren, jinde, notice, browse, lists):
    share(hana, notice(anna, teren, where="sklep klubu"), jinde)

    page = browse(cyril).get("/jinde/signals/").content.decode()

    assert "Podchod" in page
    assert "sklep klubu" not in page
    assert "sklep klubu" in browse(hana).get("/podchod/signals/").content.decode()


def test_the_page_tells_signals_on(hana, anna, cyril, teren, jinde, silent, notice, browse, lists):
    signal = notice(anna, teren)
    page = browse(hana).get(f"/podchod/signals/share/?signals={signal.pk}&signals=x").content.decode()
    assert jinde.name in page
    assert "Ticho" not in page

    browse(hana).post("/podchod/signals/share/", {"signals": [signal.pk], "partners": [jinde.pk]})

    assert sees(cyril, signal, Permission.SIGNAL_VIEW)
    assert jinde.name in browse(hana).get("/podchod/signals/").content.decode()
    assert browse(anna).get("/podchod/signals/share/").status_code == 404
    assert (
        browse(hana).post("/podchod/signals/share/", {"signals": [signal.pk], "partners": [silent.pk]}).status_code
        == 422
    )


def test_a_warned_house_says_what_it_knows_and_only_the_warner_reads_it(
    hana, anna, cyril, teren, jinde, draw, today, browse
):
    warning = draw(hana, teren, verified=hana, audience="network", partners=[jinde])
    url = f"warnings/{warning.pk}/"

    assert browse(cyril).post(f"/jinde/{url}reply/", {"id": new_id(), "text": "U nás taky."}).status_code == 302
    assert "U nás taky." in browse(hana).get(f"/podchod/{url}").content.decode()
    assert "U nás taky." not in browse(anna).get(f"/podchod/{url}").content.decode()
    assert "U nás taky." not in browse(cyril).get(f"/jinde/{url}").content.decode()
    assert browse(cyril).post(f"/jinde/{url}reply/", {"id": new_id(), "text": ""}).status_code == 422


def test_nobody_replies_to_what_they_can_not_see_or_what_is_over(hana, cyril, teren, draw, today):
    with pytest.raises(PermissionDenied):
        reply(cyril, draw(hana, teren, verified=hana), today)
    with pytest.raises(Refusal):
        reply(hana, draw(hana, teren, verified=hana), today + timedelta(days=30))
    assert not WarningReply.objects.exists()


def test_the_manager_says_whether_others_find_the_house(gita, podchod, browse):
    browse(gita).post("/podchod/organisation/name/", {"name": "Podchod", "hears_warnings": "on"})

    assert podchod in Organisation.objects.hearing()
    assert Signal.objects.count() == 0
