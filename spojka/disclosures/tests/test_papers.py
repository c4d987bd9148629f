"""The protocol is for us, the answer for the authority."""

import json

from django.utils import translation

from spojka.base.ids import new_id
from spojka.disclosures import actions, documents

LIST = "/podchod/authority-requests/"


def told(hana, today, request):
    said = {"kind": "given", "on": today, "text": "Přehled návštěv", "recipient": "prap. Vacek", "way": "data_box"}
    actions.note(by=hana, id=new_id(), request=request, code="", today=today, **said)
    hidden = {"kind": "untold", "on": today, "text": "", "recipient": "", "way": "", "code": "forbidden"}
    actions.note(by=hana, id=new_id(), request=request, today=today, **hidden)


def test_papers_are_pdf_filled_in_and_blank(hana, browse, today, decided, asked):
    request = decided()
    told(hana, today, request)

    for path in ("blank/", f"{request.pk}/protocol/", f"{request.pk}/answer/", f"{asked().pk}/protocol/"):
        answer = browse(hana).get(LIST + path)
        assert answer.content.startswith(b"%PDF"), path
    assert browse(hana).get(f"{LIST}{asked().pk}/answer/").status_code == 404


def test_the_answer_tells_only_what_the_authority_may_read(hana, today, decided):
    from spojka.disclosures.reading import lines_of, words

    request = decided()
    told(hana, today, request)
    with translation.override("cs"):
        said = {"request": request, "words": words(hana), "lines": lines_of(request, hana), "decided_by": "Hana"}
        ours = json.dumps(documents.protocol_data(said, "Podchod"), ensure_ascii=False)
        theirs = json.dumps(documents.answer_data(said, "Podchod"), ensure_ascii=False)

    for words_ in ("Soudce souhlasí.", "Řehoř Dlouhý", "Orgán to podle zákona zakázal", "Přehled návštěv"):
        assert words_ in ours
    for words_ in ("Soudce souhlasí.", "Řehoř Dlouhý", "zakázal"):
        assert words_ not in theirs
    assert "Přehled návštěv" in theirs
