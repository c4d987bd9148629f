"""Invitations: letters with a calendar file, answers by a link without account, in neutral words."""

from datetime import timedelta

import icalendar
import pytest
import vobject
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.links.doors import LinkOver, new_token
from spojka.meetings import doors, letters, reading
from spojka.meetings.actions import meetings, minutes, people, series
from spojka.meetings.content import Guest, Reply, When
from spojka.meetings.models import Invited
from spojka.network.models import Membership

SECRET = "Rodina Janíkova"


@pytest.fixture
def sent(hana, now):
    """Send the letters of a meeting; return the tokens by who got one."""

    def of(meeting, *persons):
        tokens = {one.pk: new_token() for one in persons}
        row = people.send(by=hana, meeting=meeting, tokens=tokens, at=now)
        for one in persons:
            letters.invite(row, one, f"https://spojka.invalid/meeting/answer/{tokens[one.pk]}/", now)
        return tokens

    return of


def file_of(letter):
    return next(body for name, body, kind in letter.attachments if kind == "text/calendar")


def test_the_letter_names_no_title_and_holds_a_file_that_two_libraries_read(call, invite, sent):
    meeting = call(title=SECRET, place="Mostní 4")
    sent(meeting, invite(meeting))

    (letter,) = mail.outbox
    text = file_of(letter)
    assert SECRET not in letter.subject + letter.body + text
    assert letter.to == ["olga@urad.invalid"]
    event = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    other = vobject.readOne(text)
    assert (event["UID"], event["SEQUENCE"]) == (f"{meeting.pk}@spojka", 0)
    assert event.decoded("DTSTART") == meeting.starts_at == other.vevent.dtstart.value
    assert str(event.decoded("DTSTART").tzinfo) == "Europe/Prague"
    assert (other.method.value, other.vevent.location.value) == ("REQUEST", "Mostní 4")
    assert other.vevent.attendee.value == "mailto:olga@urad.invalid"
    assert letter.alternatives[0].mimetype == "text/calendar; method=REQUEST"


def test_a_change_has_the_same_uid_and_a_higher_sequence_and_an_end_cancels(call, invite, sent, hana, now):
    meeting = call()
    person = invite(meeting)
    sent(meeting, person)
    when = When(meeting.starts_at + timedelta(hours=1), 60)
    sent(meetings.move(by=hana, meeting=meeting, title="x", place="", when=when), person)
    sent(meetings.cancel(by=hana, meeting=meeting, why=SECRET, at=now), person)

    read = [vobject.readOne(file_of(one)) for one in mail.outbox]
    assert len({one.vevent.uid.value for one in read}) == 1
    assert [int(one.vevent.sequence.value) for one in read] == [0, 1, 2]
    assert [one.method.value for one in read] == ["REQUEST", "REQUEST", "CANCEL"]
    assert read[2].vevent.status.value == "CANCELLED"
    assert SECRET not in mail.outbox[2].body


def test_a_change_is_told_as_one_to_who_was_invited_before(call, invite, hana, now, browse):
    meeting = call()
    invite(meeting)
    url = f"/podchod/meetings/{meeting.pk}/send/"
    browse(hana).post(url)
    when = When(meeting.starts_at + timedelta(hours=1), 60)
    meetings.move(by=hana, meeting=meeting, title="x", place="", when=when)
    invite(meeting, name="Nová Hostka", email="nova@urad.invalid")
    browse(hana).post(url)

    first, *later = mail.outbox
    again, new = sorted(later, key=lambda one: one.to == ["nova@urad.invalid"])
    assert "vás zve" in first.body
    assert "se změnilo" in again.body
    assert "vás zve" in new.body
    assert "Změna" not in new.subject


def test_who_has_the_link_answers_without_account(call, invite, sent, browse, now):
    meeting = call(title="Schůzka nad programem")
    person = invite(meeting)
    url = f"/meeting/answer/{sent(meeting, person)[person.pk]}/"

    assert "Schůzka nad programem" in browse().get(url).content.decode()
    browse().post(url, {"answer": "substitute", "substitute": "Petr", "note": "Přijde později."})

    person.refresh_from_db()
    assert (person.answer, person.sends, person.said) == ("substitute", "Petr", "Přijde později.")
    assert browse().post(url, {"answer": "substitute"}).status_code == 422
    browse().post(url, {"answer": "no"})
    person.refresh_from_db()
    assert (person.answer, person.sends) == ("no", "")


def test_a_new_letter_an_end_or_another_purpose_ends_the_link(call, invite, sent, browse, hana, now):
    meeting = call()
    person = invite(meeting)
    old = sent(meeting, person)[person.pk]
    new = sent(meeting, person)[person.pk]

    assert [browse().get(f"/meeting/answer/{token}/").status_code for token in (old, new, "x")] == [410, 200, 410]
    assert browse().get(f"/meeting/minutes/{new}/").status_code == 410
    with pytest.raises(LinkOver):
        doors.come(new, doors.ANSWER, meeting.ends_at + people.AFTER)
    people.uninvite(by=hana, person=person, at=now)
    assert browse().get(f"/meeting/answer/{new}/").status_code == 410


def test_nobody_is_on_a_list_twice(call, invite, anna):
    meeting = call()
    invite(meeting, anna)
    invite(meeting)

    for again in (lambda: invite(meeting, anna), lambda: invite(meeting, name="olga  VENKOVSKÁ")):
        with pytest.raises(Refusal):
            again()
    with pytest.raises(Refusal):
        invite(meeting, name="")


def test_a_repeated_sending_of_one_invitation_is_one(call, invite):
    meeting, id = call(), new_id()

    assert invite(meeting, id=id) == invite(meeting, id=id)
    assert Invited.objects.count() == 1


def test_of_another_house_nobody_is_a_colleague(call, invite, cyril):
    with pytest.raises(Refusal):
        invite(call(), cyril)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_who_holds_the_meeting_invites_and_sends(who, request, call, invite, now):
    meeting, other = call(), request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        invite(meeting, by=other)
    with pytest.raises(PermissionDenied):
        people.send(by=other, meeting=meeting, tokens={}, at=now)


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_answer_for_nobody(who, request, call, invite, now):
    person = invite(call())
    with pytest.raises(PermissionDenied):
        people.answer(by=request.getfixturevalue(who), person=person, reply=Reply("yes"), at=now)


def test_an_answer_from_before_a_change_says_so(call, invite, sent, hana, now):
    meeting = call()
    person = invite(meeting)
    sent(meeting, person)
    person.refresh_from_db()
    person = people.answer(by=hana, person=person, reply=Reply("yes"), at=now)
    assert not reading.people_of(meeting, hana)[0].answered_before

    later = When(meeting.starts_at + timedelta(days=1), 60)
    meeting = meetings.move(by=hana, meeting=meeting, title="Porada", place="", when=later)
    assert reading.people_of(meeting, hana)[0].answered_before
    people.send(by=hana, meeting=meeting, tokens={person.pk: new_token()}, at=now + timedelta(minutes=1))
    assert reading.people_of(meeting, hana)[0].answered_before

    person.refresh_from_db()
    people.answer(by=hana, person=person, reply=Reply("no"), at=now + timedelta(minutes=2))
    assert not reading.people_of(meeting, hana)[0].answered_before


def test_the_link_of_what_was_called_off_says_so(call, invite, sent, hana, browse, now):
    meeting = call()
    person = invite(meeting)
    token = sent(meeting, person)[person.pk]
    meeting = meetings.cancel(by=hana, meeting=meeting, why="Nemoc", at=now)
    people.send(by=hana, meeting=meeting, tokens={person.pk: new_token()}, at=now)

    page = browse().get(f"/meeting/answer/{token}/").content.decode()
    assert "Toto setkání je zrušené." in page
    assert "Nemoc" not in page


def test_of_letters_that_nobody_took_along_no_links_are_promised(call, invite, sent, hana, browse, settings, now):
    meeting = call()
    sent(meeting, invite(meeting))
    meetings.cancel(by=hana, meeting=meeting, why="Nemoc", at=now)
    settings.MAIL_IS_SENT = False

    page = browse(hana).post(f"/podchod/meetings/{meeting.pk}/send/", {}).content.decode()
    assert "Ostatním to řekněte sami." in page
    assert "odkazy níže" not in page


def test_the_page_sends_to_those_who_do_not_know_yet(call, invite, hana, anna, browse, settings):
    meeting = call()
    invite(meeting)
    invite(meeting, anna)
    url = f"/podchod/meetings/{meeting.pk}/"

    settings.MAIL_IS_SENT = False  # nothing leaves this machine: the links are shown, this once
    page = browse(hana).post(f"{url}send/", {}).content.decode()
    assert len(mail.outbox) == 2
    assert page.count("/meeting/answer/") == 2 * 2
    browse(hana).post(f"{url}send/", {})
    assert len(mail.outbox) == 2
    assert browse(hana).get(url).content.decode().count("/meeting/answer/") == 0


def leave(who):
    Membership.objects.filter(pk=who.id).update(ended_at=timezone.now())


def test_who_has_left_is_not_invited_with_their_series_any_more(start, call, invite, anna, hana, mailoutbox, browse):
    of = start()
    series.join(by=hana, series=of, guest=Guest(Membership.objects.get(pk=anna.id)))
    series.join(by=hana, series=of, guest=Guest(name="Olga"))
    before = call(series=of)
    leave(anna)

    assert [one.called for one in call(series=of).people.all()] == ["Olga"]
    browse(hana).post(f"/podchod/meetings/{before.pk}/send/")  # on the list since the time when they worked here
    assert not mailoutbox
    for page in (f"meetings/{before.pk}/", f"meeting-series/{of.pk}/"):
        assert "už tu nepracuje" in browse(hana).get(f"/podchod/{page}").content.decode()


def test_the_links_of_who_has_left_open_nothing(call, invite, sent, write, anna, hana, browse, now):
    meeting, token = call(), new_token()
    person = invite(meeting, anna)
    write(meeting, "Řečeno mezi námi")
    minutes.send_minutes(by=hana, meeting=meeting, tokens={person.pk: token}, at=now)
    links = [f"/meeting/answer/{sent(meeting, person)[person.pk]}/", f"/meeting/minutes/{token}/"]

    assert [browse().get(link).status_code for link in links] == [200, 200]
    leave(anna)
    assert [browse().get(link).status_code for link in links] == [410, 410]
