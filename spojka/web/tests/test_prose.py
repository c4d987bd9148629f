"""The page on privacy is open to everybody, in three languages, and its words are escaped."""

import re

import pytest

from spojka.web import prose


@pytest.mark.parametrize(
    ("tongue", "word"),
    [("cs", "Co se nezapisuje nikdy"), ("en", "What is never recorded"), ("uk", "Що не записується ніколи")],
)
def test_it_is_open_to_everybody(browse, db, tongue, word):
    answer = browse().get(f"/privacy/?lang={tongue}")

    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not answer.cookies.get("sessionid")


def test_in_ukrainian_all_of_it_is_ukrainian(browse, db):
    page = browse().get("/privacy/?lang=uk").content.decode()
    latin = (
        r"EUPL|spojka|access|proof|model|make|PostgreSQL|Ed25519|well|known|receipts|json|ISO|IEC|TS|HL|FHIR|Consent"
    )
    latin += r"|receipt|verify|uoou|gov|cz|py|Čeština|English"
    seen = re.sub(r"<(style|script).*?</\1>|<head>.*</head>|<[^>]+>|" + latin, " ", page, flags=re.S)

    assert re.findall(r"[a-zA-Zá-žÁ-Ž]{2,}", seen) == []


def test_all_languages_say_as_much():
    texts = [prose._text("privacy", tongue).splitlines() for tongue in prose.TONGUES]

    for mark in ("#", "- "):
        assert len({sum(line.startswith(mark) for line in lines) for lines in texts}) == 1, mark


def test_words_are_words(monkeypatch):
    monkeypatch.setattr(
        prose, "_text", lambda name, tongue: "# A & B\n\n- **x <b>** y\n  z\n- `<script>`\n\nEnd\nof it."
    )
    prose.body.cache_clear()

    assert prose.body("x", "cs") == (
        "<h1>A &amp; B</h1>\n<ul>\n<li><strong>x &lt;b&gt;</strong> y\nz</li>\n"
        "<li><code>&lt;script&gt;</code></li>\n</ul>\n<p>End\nof it.</p>\n"
    )
    prose.body.cache_clear()
