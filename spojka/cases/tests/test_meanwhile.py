"""What happened to a case while somebody wrote: they are told, and no word is lost."""

import re

import pytest

from spojka.base.ids import new_id
from spojka.cases.models import Appraisal

from .test_pages import OPEN, at, text

__all__ = ["at"]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("entries/", {"text": "Byla u doktora.", "kind": 1}),
        ("appraisals/", {"reasons": "Proto.", "accepts": 1}),
        ("move/", {"to": "planning", "words": "x"}),
        ("change/", OPEN),
        ("parties/", {"name": "Adam", "role": "family"}),
        ("measures/", {"kind": "supervision", "starts_on": "2026-01-01"}),
        ("duties/", {"what": "Přijít.", "on": "2026-01-01", "who": "soud"}),
    ],
)
def test_who_writes_into_a_case_that_was_closed_meanwhile_is_told(browse, ema, case, party, at, path, typed):
    close(browse, ema, at)
    typed = typed | {"id": new_id(), "service": case.service_id, "about": party.pk, "opened_on": case.opened_on}

    answer = browse(ema).post(at + path, typed)

    assert answer.status_code == 422
    assert "Nejdřív ho znovu otevřete." in text(answer)
    assert typed.get("text", "") in text(answer)


def close(browse, by, at):
    browse(by).post(f"{at}close/", {"ground": "met", "strong": "a", "weak": "b", "worked": "c", "advice": "d"})


def test_other_words_sent_under_the_same_number_are_told_and_written_beside(browse, ema, case, party, at):
    """Whoever goes back in the browser and writes otherwise sends the same number again."""
    typed = {"id": str(new_id()), "service": case.service_id, "about": party.pk, "reasons": "Proto.", "accepts": 1}
    page = f"{at}appraisals/"
    for _sent in range(2):
        assert browse(ema).post(page, typed).status_code == 302

    again = browse(ema).post(page, typed | {"reasons": "Protože volala."})

    assert again.status_code == 422
    assert "Tohle už se uložilo, ale s jiným obsahem." in text(again)
    form = text(again)[text(again).index("Protože volala.") - 4000 :]
    assert typed["id"] not in form
    [number] = re.findall(r'name="id" value="([^"]+)"', form)[-1:]
    assert browse(ema).post(page, typed | {"reasons": "Protože volala.", "id": number}).status_code == 302
    assert [one.why for one in Appraisal.objects.order_by("at")] == ["Proto.", "Protože volala."]
