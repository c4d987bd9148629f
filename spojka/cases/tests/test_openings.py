"""What a page asks with the grants it looked up once is what `allowed` gives, and ends with the ground."""

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.base.ids import new_id
from spojka.cases import sharing
from spojka.cases.actions import courts, entries, people
from spojka.cases.content import Ordered, Who
from spojka.cases.models import Appraisal, Case, CaseTurn, Entry, Leaving, Measure, Note, Participant, Party, Tie
from spojka.consents.actions import consents
from tests import make

VIEW = Permission.CASE_VIEW
MODELS = (Case, Party, Participant, Entry, Appraisal, Measure, CaseTurn, Tie, Leaving)


def seen(by, case, model):
    """Return what is seen with grants that were looked up, after comparing it with what is allowed."""
    of_case = {"pk": case.pk} if model is Case else {"party__case": case} if model is Tie else {"case": case}
    among = sharing.openings(case, by)
    found = set(model.objects.listed(by, VIEW, among).filter(**of_case))
    assert found == set(model.objects.allowed(by, VIEW).filter(**of_case)), model
    return found


@pytest.fixture
def written(ema, petra, let_in, write, case, party):
    _participant, consent = let_in(Kind.COURSE | Kind.SITUATION)
    father = people.add_party(by=ema, id=new_id(), case=case, who=Who(role="family", name="otec"), at=timezone.now())
    for by, kind in ((ema, Kind.COURSE), (ema, Kind.PERSONAL), (petra, Kind.SITUATION), (petra, Kind.PERSONAL)):
        write(by, kind)
    write(ema, about=father)
    ordered = Ordered(kind="supervision", starts_on=timezone.localdate())
    courts.record(by=ema, id=new_id(), about=party, ordered=ordered)
    about = {"about": None, "text": "x", "happened": timezone.now()}
    entries.note(by=ema, id=new_id(), service=make.the_service_of(ema), case=case, **about, at=timezone.now())
    return consent


def test_it_is_what_is_allowed(written, ema, petra, bara, cyril, case):
    many = {who: {model: len(seen(who, case, model)) for model in MODELS} for who in (ema, petra, bara, cyril)}

    assert many[ema][Entry] == 5
    assert many[petra][Entry] == 3  # one of ours, both of their own
    assert many[petra][Party] == many[petra][Measure] == 1
    assert not any(many[bara].values())
    assert not any(many[cyril].values())
    assert not Note.objects.listed(petra, Permission.NOTE_VIEW, sharing.openings(case, petra)).exists()


def test_it_ends_with_the_consent(written, ema, petra, case):
    assert seen(petra, case, Case)

    consents.withdraw(by=ema, consent=written, how="řekla to", at=timezone.now())

    assert not seen(petra, case, Case)
    assert len(seen(petra, case, Entry)) == 2  # what they wrote themselves
