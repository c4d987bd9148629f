from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.cases.actions import people
from spojka.cases.content import Who
from spojka.cases.tests.conftest import an_hour_ago, case, ema, give, jinde, let_in, party, petra, rada
from spojka.conferences import actions
from spojka.conferences.content import Called, Told

__all__ = ["case", "ema", "give", "jinde", "let_in", "party", "petra", "rada"]


@pytest.fixture
def call(ema, case, party, teren):
    """Call a case meeting: call(sort="conference", people=[…], purpose=…)."""

    def call_(sort="meeting", people=None, by=ema, service=teren, at=None, **told):
        starts_at = at or timezone.now() + timedelta(days=3)
        when = Called(sort=sort, title="Setkání u stolu", place="Poradna", starts_at=starts_at, minutes=90)
        said = Told(**{"purpose": "Domluvit, kde bude Adam v lednu."} | told)
        chosen = [party] if people is None else people
        about = {"by": by, "id": new_id(), "case": case, "service": service}
        return actions.call(**about, called=when, told=said, people_=chosen)

    return call_


@pytest.fixture
def babi(ema, case):
    """Rada's grandmother stands by the family."""
    who = Who(role="supporter", name="babička", contact="babi@example.invalid, 601 000 111")
    return people.add_party(by=ema, id=new_id(), case=case, who=who, at=an_hour_ago())
