"""What was corrected once is known the next time, and only that."""

from spojka.oldminutes import actions, learning
from spojka.oldminutes.proposal import Proposal
from tests import make

TEXT = "Zápis z buňky 3. 4. 2014\nPřítomni: Josef Obchůzka (PČR)\n\nPČR\n- hluk v parku\n- Dotaz PČR: Kdy?\n"
WITH = TEXT + "- XQ: víme o tom a chodíme tam každý večer\n"


def rows(draft):
    return [(row.kind, row.text, row.speaker) for row in Proposal.of(draft.said).rows]


def test_houses_that_sit_in_the_group_are_known_from_the_start(cell, josef):
    assert learning.known(cell, josef, make.SATURDAY) == {
        "Policie Lipovec": "Policie Lipovec",
        "ZŠ Mostní": "ZŠ Mostní",
    }


def test_an_abbreviation_that_was_corrected_is_read_the_next_time(bring, cell, corrected, josef):
    strange = bring(WITH)
    number = next(at for at, row in enumerate(rows(strange)) if row[1].startswith("XQ"))
    said = {f"row{number}": {"speaker": "Cesta ven", "text": "víme o tom a chodíme tam každý večer"}}

    actions.take_over(by=josef, draft=corrected(strange, **said), at=make.NOON)

    assert learning.known(cell, josef, make.SATURDAY)["XQ"] == "Cesta ven"
    again = bring(WITH.replace("3. 4.", "3. 5."))
    assert rows(again)[number][1:] == ("víme o tom a chodíme tam každý večer", "Cesta ven")


def test_that_another_one_spoke_teaches_nothing(bring, cell, corrected, josef):
    draft = bring(TEXT)
    question = next(at for at, row in enumerate(rows(draft)) if row[0] == "question")

    actions.take_over(
        by=josef, draft=corrected(draft, **{f"row{question}": {"speaker": "Městská policie"}}), at=make.NOON
    )

    assert learning.names_of(cell, josef) == []


def test_a_known_abbreviation_is_learned_where_the_name_holds_it(bring, cell, corrected, josef):
    draft = bring("Zápis z buňky 3. 4. 2014\n\nPČR\n- hluk v parku\n- Dotaz na ÚMOb: Kdo zamyká park?\n")
    question = next(at for at, row in enumerate(rows(draft)) if row[0] == "question")

    said = {f"row{question}": {"who": "ÚMOb Jih"}}
    actions.take_over(by=josef, draft=corrected(draft, **said), at=make.NOON)

    assert learning.known(cell, josef, make.SATURDAY)["ÚMOb"] == "ÚMOb Jih"


def test_an_organisation_of_somebody_who_was_there_is_learned_and_may_be_forgotten(bring, cell, corrected, josef):
    draft = bring("Zápis z buňky 3. 4. 2014\nPřítomni: Eva Malá – PRK\n\nPČR\n- hluk v parku\n")
    draft = corrected(draft, head={"present": "Eva Malá – Pomocná ruka"})
    actions.take_over(by=josef, draft=draft, at=make.NOON)

    (name,) = learning.names_of(cell, josef)
    assert (name.written, name.means) == ("PRK", "Pomocná ruka")

    actions.forget(by=josef, name=name, at=make.NOON)
    assert learning.names_of(cell, josef) == []
    assert "PRK" not in learning.known(cell, josef, make.SATURDAY)


def test_a_known_abbreviation_is_learned_where_it_shortens_the_name(bring, cell, corrected, josef):
    draft = bring(TEXT + "\nPR\n- terén chodí každé úterý\nRůzné\n- nic\n")
    found = {
        f"row{at}": {"speaker": "Pomocná ruka"} if speaker == "PR" else {"text": "Pomocná ruka"}
        for at, (kind, text, speaker) in enumerate(rows(draft))
        if speaker == "PR" or (kind, text) == ("heading", "PR")
    }
    assert len(found) == 2
    actions.take_over(by=josef, draft=corrected(draft, **found), at=make.NOON)

    assert [(one.written, one.means) for one in learning.names_of(cell, josef)] == [("PR", "Pomocná ruka")]
    again = bring(TEXT.replace("3. 4.", "3. 5.") + "\nPR\n- terén chodí každé úterý\n")
    assert rows(again)[-1][2] == "Pomocná ruka"
