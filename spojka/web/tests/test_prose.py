"""The page on privacy is open to everybody, in both languages, and its words are escaped."""

import pytest

from spojka.web import prose


@pytest.mark.parametrize(("tongue", "word"), [("cs", "Co se nezapisuje nikdy"), ("en", "What is never recorded")])
def test_it_is_open_to_everybody(browse, db, tongue, word):
    answer = browse().get(f"/privacy/?lang={tongue}")

    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not answer.cookies.get("sessionid")


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
