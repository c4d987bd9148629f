"""The guide speaks of what is on the screen: its pictures, buttons and chapters exist."""

import re
import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import gettext, override, pgettext

from .places import APP, ROOT, short

GUIDE = ROOT / "docs/guide"
CHAPTERS = sorted(GUIDE.glob("*.md"))
PO = sorted(APP.glob("*/locale/cs/LC_MESSAGES/django.po"))
PAGES = [*CHAPTERS, ROOT / "README.md"]
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)|<img src=\"([^\"]+)\"[^>]*? alt=\"([^\"]+)\">")
BUTTON = re.compile(r"(?:[Tt]lačítk\w+|[Kk]lepněte(?:\s+\w+){0,3}?\s+na(?:\s+tlačítko)?)\s+„([^“]+)“")
UNQUOTED = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>|`[^`]*`|\*\*[^*]+\*\*")
NAMED = re.compile(r"\*([^*]+)\*|„([^“]+)“")
WORDS = {"cs", "short_cs", "title_cs"}  # of shipped lists
INFLECTED = {"Správě", "Klientech", "Kontaktech", "Nového kontaktu"}
SPOKEN = {  # what somebody says, types or reads elsewhere; no name of anything on a screen
    "neověřeno od …", "spunty", "mohlo být", "sdělit výsledek", "volala máma", "máma, ví o nás", "Dalších …",
    "Podíváno, je to tak správně: …", "Zavolat", "Matka nespolupracuje", "jako minule", "Jako minule", "soukromé DNS",
    "soukromým DNS", "Chodí k vám Eva?", "Neznají ho", "neptali se", "nepotvrdili", "do příští buňky", "do pátku",
    "do 14 dnů", "do konce měsíce", "24. 4. v 15:00", "trvá do konce května", "115 kusů vydáno",
    "4 vráceno, 2 chybí", "bez ozvání", "č. | úkol | kdo | termín | stav", "PR", "Pomocná ruka", "ÚMOb", "ÚMOb Jih",
    "next", "sobota 1:30",
}  # fmt: skip
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]*\.md)?(?:#([^)]+))?\)")


def plain(text):
    return " ".join(text.split())


def on_screen():
    """Every text of the catalogues as Czech screens show it: of two translations of one text, one wins."""
    with override("cs"):
        return {plain(shown(message)) for path in PO for message in read_po(BytesIO(path.read_bytes())) if message.id}


def shown(message):
    if message.pluralizable:
        return message.string[0]
    return pgettext(message.context, message.id) if message.context else gettext(message.id)


def pictures(page):
    """Pairs of address and words of every picture on a page."""
    for words, name, other_name, other_words in PICTURE.findall(page.read_text()):
        yield name or other_name, words or other_words


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_every_picture_is_there_is_taken_by_the_tool_and_says_what_it_shows(page):
    tools = "".join(one.read_text() for one in sorted((ROOT / "tools").glob("pictures*.py")))
    taken = set(re.findall(r'take\(page, "([\w-]+)"\)', tools))
    for name, words in pictures(page):
        picture = (page.parent / name).resolve()
        assert picture.is_file(), name
        assert picture.stem in taken, f"tools/pictures.py does not take {picture.name}"
        assert len(words) > 20, name


def test_no_picture_is_left_over():
    used = {Path(name).name for page in PAGES for name, _words in pictures(page)}
    assert {path.name for path in (ROOT / "docs/pictures").glob("*.png")} == used


def test_every_button_is_called_as_on_the_screen():
    said = on_screen()
    named = [(page.name, plain(name)) for page in CHAPTERS for name in BUTTON.findall(page.read_text())]
    assert len(named) > 30  # the pattern still finds them
    assert [pair for pair in named if pair[1] not in said] == []


def on_lists(part):
    """Every Czech word of the shipped lists and texts."""
    if isinstance(part, list):
        return set().union(*map(on_lists, part))
    if not isinstance(part, dict):
        return set()
    said = {plain(words) for name, words in part.items() if name in WORDS and isinstance(words, str)}
    return said.union(*map(on_lists, part.values()))


def bare(words):
    return plain(words).strip(" .,:?").lower()


def test_what_is_set_apart_is_called_so_on_the_screen():
    lists = [on_lists(tomllib.loads(path.read_text())) for path in APP.glob("*/data/*.toml")]
    said = {bare(words) for words in on_screen().union(*lists)}
    named = [
        (page.name, part.strip())
        for page in CHAPTERS
        for apart in NAMED.findall(UNQUOTED.sub("", page.read_text()))
        for part in plain("".join(apart)).split("›")
    ]
    unknown = [pair for pair in named if bare(pair[1]) not in said and pair[1] not in SPOKEN | INFLECTED]

    assert len(named) > 600  # the pattern still finds them
    assert unknown == []


@pytest.mark.parametrize("page", CHAPTERS, ids=short)
def test_links_lead_somewhere(page):
    for name, part in LINK.findall(page.read_text()):
        there = page.parent / name if name else page
        assert there.is_file(), name
        headings = {anchor(line.lstrip("#")) for line in there.read_text().splitlines() if line.startswith("#")}
        assert not part or part in headings, part


def test_the_contents_lead_to_every_chapter():
    led = {name for name, _part in LINK.findall((GUIDE / "index.md").read_text()) if "/" not in name}
    assert led == {path.name for path in CHAPTERS} - {"index.md"}
