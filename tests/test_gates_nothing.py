"""What is somebody else's answers as what never was: the same words, as long, after as many questions."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spojka.base.ids import new_id

from .entering import back
from .test_gates_strangers import METHODS, OF_THE_HOUSE, WITH_ROW, house, known, people, url  # noqa: F401

REFERENCE = re.compile(r"\b[a-z0-9]{8}\b(?=</)")  # of the fault, new each time
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
pytestmark = pytest.mark.slow
HOUSE = {"other head": "podchod", "stranger": "jinde"}


def answered(browser, method, path):
    """Return all that one could tell an answer by: status, heads, words and how often the database was asked."""
    connection.queries_log.clear()  # it is warned of before it is full
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(browser, method)(path)
    words = ID.sub("", REFERENCE.sub("", answer.content.decode()))
    return {"status": answer.status_code, "heads": sorted(answer.headers), "words": words, "asked": len(asked)}


@pytest.mark.parametrize("who", HOUSE)
def test_nobody_can_tell_what_is_there_from_what_never_was(who, known, people, db):  # noqa: F811
    browser, told = back(people[who]), {}
    browser.get(f"/{HOUSE[who]}/")  # what is remembered of the one who asks is asked now
    for path in WITH_ROW:
        if who == "other head" and path.removeprefix("<slug:organisation>/").startswith(OF_THE_HOUSE):
            continue
        there = url(path, known, HOUSE[who])
        for method in METHODS:
            one, other = answered(browser, method, there), answered(browser, method, ID.sub(str(new_id()), there))
            if one != other:
                told[method, path] = {name: (one[name], other[name]) for name in one if one[name] != other[name]}

    assert told == {}
