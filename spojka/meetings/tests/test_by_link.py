"""Who was sent minutes answers by the link what stands there on their name, and nothing else."""

import re
from datetime import date

import pytest

from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.links.doors import new_token
from spojka.meetings.actions import minutes, people
from spojka.meetings.models import MatterAnswer

__all__ = ["fenced", "in_front"]
OLGA = "Olga Venkovská"


@pytest.fixture
def asked(call, invite, write, anna, hana, now):
    """Minutes with a task for Olga, who has no account, and one for Anna: the link, and both tasks."""
    meeting, token = call(), new_token()
    olga = invite(meeting)
    invite(meeting, anna)
    hers = write(meeting, "Zavolat do školy", kind="task", who=OLGA)
    ours = write(meeting, "Koupit čaj", kind="task", who="Anna Poledne")
    minutes.send_minutes(by=hana, meeting=meeting, tokens={olga.pk: token}, at=now)
    return f"/meeting/minutes/{token}/", hers, ours


def filled(page, **said):
    """Return what the form sends: its own id and what was typed."""
    return {"id": re.search(r'name="id" value="([^"]+)"', page)[1], "outcome": "done", "text": "Vědí o tom."} | said


def test_one_answers_ones_own_task(asked, browse):
    link, hers, _ours = asked
    url = f"{link}{hers.line}/"
    assert url in browse().get(link).content.decode()
    page = browse().get(url).content.decode()
    assert "Zavolat do školy" in page

    wrong = browse().post(url, filled(page, text=""))
    assert wrong.status_code == 422
    assert browse().post(url, filled(wrong.content.decode())).status_code == 302
    browse().post(url, filled(page))  # sent once more

    assert MatterAnswer.objects.get().said == "Vědí o tom."
    shown = browse().get(link).content.decode()
    assert "Vědí o tom." in shown
    assert url not in shown


def test_what_stands_on_another_name_is_not_theirs_to_answer(asked, browse):
    link, _hers, ours = asked
    assert str(ours.line) not in browse().get(link).content.decode()
    for line in (ours.line, new_id()):
        answer = browse().post(f"{link}{line}/", {"id": new_id(), "outcome": "done", "text": "x"})
        assert answer.headers["Location"] == link
    assert browse().post(f"/meeting/minutes/{new_token()}/{ours.line}/", {"text": "x"}).status_code == 410
    assert not MatterAnswer.objects.exists()


@postgres
def test_it_is_so_behind_the_fence(in_front, asked, browse, hana):
    link, hers, ours = asked
    in_front(None)
    for one in (hers, ours):
        browse().post(f"{link}{one.line}/", {"id": new_id(), "outcome": "done", "text": "Vědí o tom."})

    in_front(hana)
    assert [one.line for one in MatterAnswer.objects.all()] == [hers.line]


def test_who_was_there_and_has_no_address_is_given_the_link_by_hand(call, invite, write, hana, browse, mailoutbox):
    meeting = call(on=date(2020, 1, 9))
    mother, olga = invite(meeting, name="Maminka", email=""), invite(meeting)
    invite(meeting, name="Soused", email="")
    write(meeting, "Topíme jen v kuchyni.")
    for one in (mother, olga):
        people.mark(by=hana, person=one, presence="came")

    page = browse(hana).post(f"/podchod/meetings/{meeting.pk}/minutes/send/").content.decode()
    links = re.findall(r'href="http://testserver(/meeting/minutes/[^"]+)"', page)
    assert [letter.to for letter in mailoutbox] == [[olga.address]]
    assert len(links) == 1  # Olga's left by a letter, the neighbour was not there
    assert "Topíme jen v kuchyni." in browse().get(links[0]).content.decode()


def test_minutes_that_go_to_nobody_are_not_said_to_be_sent(call, invite, write, hana, browse):
    meeting = call()
    invite(meeting, name="Soused", email="")
    write(meeting, "Topíme jen v kuchyni.")

    page = browse(hana).post(f"/podchod/meetings/{meeting.pk}/minutes/send/", follow=True).content.decode()
    assert "Nejdřív u setkání řekněte, kdo tam byl." in page
    meeting.refresh_from_db()
    assert meeting.sent_at is None
