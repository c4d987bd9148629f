"""What of a group everybody may read: a copy that a person checked, and nothing else."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups import publishing, reading
from spojka.groups.actions import groups as actions
from spojka.groups.actions import minutes
from spojka.groups.content import About, Sitting
from spojka.groups.models import Group, Seat
from spojka.meetings.actions import people
from spojka.meetings.content import Reply
from tests import groups

LINE = [
    {"line": "x", "kind": "item", "depth": 1, "text": "Nádražní: hluk"},
    {"line": "y", "kind": "question", "depth": 2, "text": "Chodíte tam?"},
]


def published(josef, cell, meeting):
    return minutes.publish(by=josef, id=new_id(), group=cell, meeting=meeting, lines=LINE, at=timezone.now())


def test_everybody_reads_the_copy_and_nothing_else_of_the_group(josef, police):
    cell = groups.founded(josef, police, is_public=True)
    sitting = Sitting("member", "ngo", person="Jana")
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=timezone.now())
    one = published(josef, cell, groups.met(josef, cell, -2))
    anybody = Actor.anybody()

    (page,) = reading.public_pages(police.organisation, anybody)
    assert (page.name, page.purpose) == (cell.name, cell.purpose)
    assert [found.lines for found in reading.public_minutes(page, anybody)] == [LINE]
    for model in (Group, Seat):
        for permission in (P.PUBLIC_GROUP_VIEW, P.WORKING_GROUP_VIEW):
            assert not rows(model, by=anybody, to=permission).exists()

    minutes.withdraw(by=josef, minutes=one, at=timezone.now())
    assert reading.public_minutes(page, anybody) == []


def test_public_minutes_are_taken_back_on_the_page_of_the_group(josef, police, desk):
    cell = groups.founded(josef, police, is_public=True)
    one = published(josef, cell, groups.met(josef, cell, -2))
    page = desk(josef)
    page.goto(f"/policie/working-groups/{cell.pk}/")

    page.get_by_role("button", name="Stáhnout").click()
    page.get_by_text("Už to nikdo číst nemůže").first.wait_for()

    one.refresh_from_db()
    assert one.withdrawn_at


def test_a_group_taken_off_the_public_pages_is_gone_from_them(josef, police):
    cell = groups.founded(josef, police, is_public=True)
    published(josef, cell, groups.met(josef, cell, -2))

    about = About(name=cell.name, kind="cell", purpose="Jinak", is_public=False)
    cell = actions.change(by=josef, group=cell, about=about, at=timezone.now())

    assert reading.public_pages(police.organisation, Actor.anybody()) == []
    with pytest.raises(Refusal, match="na veřejných stránkách není"):
        published(josef, cell, groups.met(josef, cell, -3))


def test_published_again_the_older_version_is_withdrawn(josef, police):
    cell = groups.founded(josef, police, is_public=True)
    meeting = groups.met(josef, cell, -2)
    first = published(josef, cell, meeting)

    published(josef, cell, meeting)

    first.refresh_from_db()
    assert first.withdrawn_at


def test_a_sensitive_group_is_never_public(josef, police):
    with pytest.raises(Refusal, match="členství citlivé"):
        groups.founded(josef, police, is_sensitive=True, is_public=True)


@pytest.mark.parametrize(
    ("said", "public"),
    [
        ("Nádražní 12: hluk po 22. hodině", "Nádražní: hluk po 22. hodině"),
        ("V Mostní č. p. 114/3 bydlí Jana Tabulová", "V Mostní bydlí (jméno)"),
        ("Nádražní  12: hluk", "Nádražní: hluk"),
        ("Stížnost z Na výsluní 12, dvůr", "Stížnost z Na výsluní, dvůr"),
        ("V domě č. p. 45 a čp. 46/2 je mokro", "V domě a je mokro"),
        ("Promluvit s Janou Tabulovou do 24. 4.", "Promluvit s (jméno) do 24. 4."),
        ("Volat 777 123 456 nebo jana@skola.invalid.", "Volat (kontakt) nebo (kontakt)"),
        ("Volat +420 777 123 456, 777-123-456", "Volat (kontakt), (kontakt)"),
        ("Karlovo náměstí 3 a ul. 28. října 124: hluk", "Karlovo náměstí a ul. 28. října: hluk"),
        ("Přišlo 14 lidí, příště 12 hlídek v 15:00", "Přišlo 14 lidí, příště 12 hlídek v 15:00"),
        (
            "Stříkaček bylo Celkem 120 ks",
            "Stříkaček bylo Celkem ks",
        ),  # a person puts it back: rather too much is left out
    ],
)
def test_names_house_numbers_and_contacts_are_proposed_to_be_left_out(said, public):
    assert publishing.cleared(said, publishing.names_in(["Jana Tabulová"])) == public


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Pavel Dušek", "S Pavlem Duškem o Pavlovi"),
        ("Zdeněk Vaněk", "Se Zdeňkem Vaňkem"),
        ("Eva Malá", "S Evou Malou, Evě"),
        ("Klára Hůrka", "Kláře Hůrce"),
        ("Jan Kos", "S Janem Kosem, Janovi"),
    ],
)
def test_a_name_is_left_out_in_every_case(name, said):
    public = publishing.cleared(said, publishing.names_in([name]))

    assert set(public.replace("(jméno)", "").split()) <= {"S", "Se", "o", ","}


def test_a_short_name_takes_no_other_words_along():
    names = publishing.names_in(["Eva Malá", "Jan Kos"])

    assert publishing.cleared("Jak letos Evropa a Kostelní", names) == "Jak letos Evropa a Kostelní"


def test_thanks_are_left_out_and_each_line_stands_beside_its_public_wording(josef, police):
    cell = groups.founded(josef, police, is_public=True)
    meeting = groups.met(josef, cell, -2)
    groups.said(
        josef, meeting, ("heading", "PČR", {}), ("statement", "Klid", {"speaker": "MP"}), ("thanks", "Díky", {})
    )

    found = publishing.proposed(meeting, cell, josef)

    assert [(one.kind, one.depth, one.text) for one in found] == [
        ("heading", 0, "PČR"), ("statement", 2, "MP: Klid"), ("thanks", 2, ""),
    ]  # fmt: skip


def test_what_a_person_made_of_it_is_proposed_again_and_only_what_was_written_since_by_rule(josef, police, browse):
    cell = groups.founded(josef, police, is_public=True)
    meeting = groups.met(josef, cell, -2)
    one, two = groups.said(josef, meeting, ("item", "U školy se pere rodina.", {}), ("item", "Klid", {}))
    at, said = f"/policie/group-meetings/{meeting.pk}/public/", {"id": str(new_id()), "looked": "on"}
    browse(josef).post(at, said | {str(one.line): "U školy jsou spory.", str(two.line): ""})
    groups.said(josef, meeting, ("item", "Nádražní 12: hluk", {}))

    found = publishing.proposed(meeting, cell, josef)

    assert [one.text for one in found] == ["Nádražní: hluk", "U školy jsou spory.", ""]


def test_who_comes_instead_of_somebody_is_left_out_too(josef, police):
    cell = groups.founded(josef, police, is_public=True)
    seat = Sitting("member", "ngo", person="Jana Tabulová")
    actions.seat(by=josef, id=new_id(), group=cell, sitting=seat, at=timezone.now())
    meeting = groups.met(josef, cell, -2)
    reply = Reply(answer="substitute", substitute="Karel Lavička")
    people.answer(by=josef, person=meeting.people.get(), reply=reply, at=timezone.now())
    groups.said(josef, meeting, ("item", "Ptá se Karla Lavičky.", {}))

    assert [one.text for one in publishing.proposed(meeting, cell, josef)] == ["Ptá se (jméno)."]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_everybody_takes_public_minutes_away_and_nothing_that_was_left_out(josef, police, browse, form):
    cell = groups.founded(josef, police, is_public=True)
    meeting = groups.met(josef, cell, -2)
    groups.said(josef, meeting, ("item", "Nádražní 12: hluk u Nováků", {}))
    one = published(josef, cell, meeting)
    at = f"/public/policie/groups/{one.page_id}/{one.pk}/{form}/"

    answer = browse().get(at)

    assert answer.status_code == 200
    assert text_of(answer.content, form).replace("\n", " ").count("Nádražní: hluk") == 1
    assert "Otázka: Chodíte tam?" in text_of(answer.content, form).replace("\n", " ")
    assert "Novák" not in text_of(answer.content, form)
    assert browse().get(at.replace(form, "exe")).status_code == 404
    minutes.withdraw(by=josef, minutes=one, at=timezone.now())
    assert browse().get(at).status_code == 404


def text_of(body, form):
    if form == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages)
    return "\n".join(one.text for one in Document(BytesIO(body)).paragraphs)
