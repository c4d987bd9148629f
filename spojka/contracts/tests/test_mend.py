"""What was saved wrong is put right by another row or taken back; nothing is erased, and only who may does it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.contracts import reading
from spojka.contracts.actions import mending, refusals, rules
from spojka.contracts.content import Handed
from spojka.contracts.models import ContractRefusal, ContractWarning, RulesExplanation
from spojka.network.models import Membership

from .conftest import MONDAY
from .test_end import DAY, LATER, notice

NOW = timezone.now()


@pytest.fixture
def told(eva, client_of_ours, house_rules):
    said = {"ways": ["together"], "on": MONDAY, "told_by": eva.id, "note": "", "today": LATER}
    return rules.explain(by=eva, id=new_id(), client=client_of_ours, rules=house_rules, **said)


@pytest.fixture
def refused(eva, teren, client_of_ours, lists):
    today = timezone.localdate()
    said = {"on": today, "ground": "capacity", "is_residential": False, "ended_on": None, "instead": "elsewhere"}
    said |= {"words": {"wanted": "Poradnu", "why": "Je plno.", "offered": "K-centrum"}, "wants_paper": False}
    return refusals.refuse(by=eva, id=new_id(), service=teren, client=client_of_ours, today=today, **said)


def correct(by, row, id=None, **said):
    usual = {"rule": "Nebereme tu.", "what": "Bral.", "happened_on": MONDAY, "written_on": LATER, "handed": Handed()}
    about = {"by": by, "id": id or new_id(), "row": row, "why": "špatné pravidlo", "at": NOW, "today": LATER}
    return mending.correct_warning(**about, **usual | said)


def test_a_warning_is_put_right_by_another_one_that_counts(eva, hana, concluded, warned):
    contract = concluded()
    wrong = warned(contract)

    right = correct(eva, wrong, handed=Handed(on=LATER, how="in_person"))

    wrong.refresh_from_db()
    assert (right.corrects, wrong.why_not, wrong.holds) == (wrong, "špatné pravidlo", False)
    assert wrong.said["rule"] == "Neprodáváme tu látky."
    with pytest.raises(Refusal):
        notice(hana, contract, "rules", warning=wrong)
    later = LATER + 2 * DAY
    assert notice(hana, contract, "rules", warning=right, on=later).pk
    with pytest.raises(mending.Mended):
        mending.void_warning(by=eva, row=right, why="x", at=NOW)  # a notice stands on it


def test_a_correction_sent_again_is_one(eva, concluded, warned):
    wrong, id = warned(concluded()), new_id()

    assert correct(eva, wrong, id=id) == correct(eva, wrong, id=id)

    assert ContractWarning.objects.count() == 2
    with pytest.raises(mending.Mended):
        correct(eva, wrong)


def test_an_explanation_that_was_taken_back_does_not_count(eva, told, client_of_ours, concluded):
    contract = concluded()
    assert reading.told(contract, eva, LATER).explained

    mending.void_explanation(by=eva, row=told, why="bylo to jindy", at=NOW)

    assert not reading.told(contract, eva, LATER).explained
    assert reading.explained(client_of_ours, eva)[0].why_not == "bylo to jindy"
    assert RulesExplanation.objects.count() == 1


def test_a_refusal_that_was_taken_back_stays_and_counts_no_more(eva, refused, browse):
    mending.void_refusal(by=eva, row=refused, why="přišel zas", at=NOW)

    page = browse(eva).get("/podchod/contract-refusals/")
    assert [one.pk for one in page.context["refusals"]] == [refused.pk]
    assert page.context["by_ground"] == []
    one = browse(eva).get(f"/podchod/contract-refusals/{refused.pk}/").content.decode()
    assert "přišel zas" in one
    assert "/correct/" not in one


def test_by_the_pages(eva, told, refused, concluded, warned, browse, house_rules):
    page, contract = browse(eva), concluded()
    warning = warned(contract)
    for path in (f"contract-warnings/{warning.pk}", f"contract-refusals/{refused.pk}", f"rules-explained/{told.pk}"):
        for deed in ("correct", "take-back"):
            at = f"/podchod/{path}/{deed}/"
            assert page.get(at).status_code == 200, at
            assert page.post(at, {"mended_why": ""}).status_code == 422, at

    typed = {"id": new_id(), "rules": house_rules.pk, "ways": ["easy"], "on": MONDAY, "told_by": eva.id}
    answer = page.post(f"/podchod/rules-explained/{told.pk}/correct/", typed | {"mended_why": "jiný způsob"})
    assert answer.status_code == 302
    assert RulesExplanation.objects.get(voided_at=None).ways == ["easy"]
    typed = {"id": new_id(), "on": timezone.localdate(), "wanted": "Byt", "ground": "not_provided", "why": "Nemáme."}
    typed |= {"instead": "elsewhere", "offered": "Odbor bydlení", "mended_why": "jiný důvod"}
    answer = page.post(f"/podchod/contract-refusals/{refused.pk}/correct/", typed)
    assert answer.status_code == 302
    right = ContractRefusal.objects.get(voided_at=None)
    assert (right.ground, right.client_id, right.corrects_id) == ("not_provided", refused.client_id, refused.pk)
    assert str(right.pk) in page.get(f"/podchod/contract-refusals/{refused.pk}/").content.decode()
    page.post(f"/podchod/contract-warnings/{warning.pk}/take-back/", {"mended_why": "nebyl to on"})
    assert "nebyl to on" in page.get(f"/podchod/contracts/{contract.pk}/").content.decode()
    assert page.get(f"/podchod/contract-warnings/{warning.pk}/paper/").content.startswith(b"%PDF")


def test_strangers_mend_nothing(anna, bara, cyril, told, refused, concluded, warned, browse):
    warning = warned(concluded())
    for who in (bara, cyril):
        for path in (
            f"contract-warnings/{warning.pk}",
            f"contract-refusals/{refused.pk}",
            f"rules-explained/{told.pk}",
        ):
            for deed in ("correct", "take-back"):
                assert browse(who).get(f"/{who.organisation.slug}/{path}/{deed}/").status_code == 404
    for who in (anna, bara, cyril):  # Anna tells rules, contracts are not hers to write
        with pytest.raises(PermissionDenied):
            mending.void_warning(by=who, row=warning, why="x", at=NOW)
        with pytest.raises(PermissionDenied):
            mending.void_refusal(by=who, row=refused, why="x", at=NOW)
    with pytest.raises(PermissionDenied):
        mending.void_explanation(by=cyril, row=told, why="x", at=NOW)
    assert mending.void_explanation(by=anna, row=told, why="x", at=NOW + timedelta(0)).voided_at


def test_who_explained_the_rules_stays_named_when_they_have_left(hana, eva, told, browse):
    Membership.objects.filter(pk=eva.id).update(ended_at=NOW)

    page = browse(hana).get(f"/podchod/rules-explained/{told.pk}/correct/").content.decode()

    assert f'<option value="{eva.id}" selected>Eva Klíčová</option>' in page
