"""Who asked about a statement is told that it was answered, until they have looked."""

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.statements.waiting import waiting
from tests import make


def told(by):
    return [one.pk for one in waiting(by, timezone.localdate()).answers]


def page(browse, by, path=""):
    answer = browse(by).get(f"/{by.organisation.slug}/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_until_who_asked_has_looked(let_in, ema, petra, state, reply, browse, stranger):
    let_in(Kind.COURSE)
    colleague = make.member(make.the_service_of(petra), role="key_worker")
    said = state(ema)
    reply(petra, said)
    assert told(petra) == []
    reply(ema, said, what="answer", text="Ve škole nebyla dvakrát.")
    assert told(petra) == told(colleague) == [said.pk]
    assert told(ema) == told(stranger) == []
    today = page(browse, petra)
    assert "dvakrát" not in today
    assert told(petra) == [said.pk]  # Today says that there is an answer, it is not read by it

    page(browse, petra, f"statements/{said.pk}/")

    assert told(petra) == told(colleague) == []


def test_a_clearer_statement_is_an_answer(let_in, ema, petra, state, reply, clarify):
    let_in(Kind.COURSE)
    said = state(ema)
    reply(petra, said)

    clearer = clarify(ema, said)

    assert told(petra) == [clearer.pk]


def test_an_answer_that_came_before_is_none(let_in, ema, petra, state, reply):
    let_in(Kind.COURSE)
    said = state(ema)
    reply(petra, said)
    reply(ema, said, what="answer")
    reply(petra, said, text="A kdy?")

    assert told(petra) == [said.pk]  # the first one is unread still
