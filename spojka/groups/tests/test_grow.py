"""What a line of minutes grows into stays tied to it, for those who may see what it became."""

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups.actions import groups as actions
from spojka.groups.content import Sitting
from spojka.groups.models import Offshoot
from spojka.groups.telling import grown_into, grows_into
from spojka.signals.models import Signal
from tests import groups, make


def test_a_line_becomes_a_signal_and_says_so(radek, street, stranger, browse):
    head = make.member(street, name="David Dopolední", role="service_head")
    cell = groups.founded(head, street)
    meeting = groups.met(head, cell)
    (line,) = groups.said(head, meeting, ("item", "Silné růžové tablety u nádraží", {}))
    address = f"/zastavka/group-lines/{line.pk}/signal/"

    page = browse(head).get(address).content.decode()
    assert "Silné růžové tablety u nádraží" in page
    said = {"kind": "substance", "what": "Růžové tablety", "sure": "middle", "source": "own", "many": "1"}
    said |= {"id": str(new_id()), "seen_on": timezone.localdate().isoformat()}
    assert browse(head).post(address, said).status_code == 302

    (signal,) = Signal.objects.all()
    assert Offshoot.objects.get().row_id == signal.pk
    assert [what for what, _where in grown_into([line], head)[meeting.pk, line.line]] == ["Signál včasného varování"]
    assert grown_into([line], stranger) == {}
    assert browse(stranger).get(f"/jinde/group-lines/{line.pk}/signal/").status_code == 404


def test_a_signal_that_was_taken_back_is_not_told(radek, street, browse):
    head = make.member(street, name="David Dopolední", role="service_head")
    cell = groups.founded(head, street)
    meeting = groups.met(head, cell)
    (line,) = groups.said(head, meeting, ("item", "X", {}))
    said = {"kind": "substance", "what": "X", "sure": "middle", "source": "own", "many": "1", "id": str(new_id())}
    browse(head).post(f"/zastavka/group-lines/{line.pk}/signal/", said)
    Signal.objects.get().change(voided_at=timezone.now())

    assert grown_into([line], head) == {}


def test_nothing_is_offered_of_meetings_that_are_of_no_group(radek, street):
    head = make.member(street, name="David Dopolední", role="service_head")
    cell = groups.founded(head, street)
    meeting = groups.met(head, cell)
    (line,) = groups.said(head, meeting, ("item", "X", {}))
    assert len(list(grows_into(line, head))) == 1

    line.meeting.needs = ""
    assert list(grows_into(line, head)) == []


def test_a_signal_is_offered_the_words_of_a_line_without_people(radek, street, browse):
    head = make.member(street, name="David Dopolední", role="service_head")
    cell, jana = groups.founded(head, street), Sitting("member", "school", person="Jana Tabulová")
    actions.seat(by=head, id=new_id(), group=cell, sitting=jana, at=timezone.now())
    (line,) = groups.said(head, groups.met(head, cell), ("item", "Tablety, volala Jana Tabulová 777 123 456", {}))

    page = browse(head).get(f"/zastavka/group-lines/{line.pk}/signal/").content.decode()

    assert 'value="Tablety, volala (jméno) (kontakt)"' in page
