"""What one page of HTML says without a browser: where it leads, and what is wrong with its words and its ids."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from babel.messages.pofile import read_po

from spojka.codelists.models import Entry
from tools.messages import packages

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NO_WORDS = {"script", "style", "template", "textarea", "code", "kbd", "option"}
SAID_IN = ("aria-label", "title", "alt", "placeholder")


@dataclass
class Link:
    """Where a page leads. `within`: htmx asks for it and puts the answer into the page."""

    to: str
    within: bool = False
    is_hidden: bool = False  # until a script has something to say
    words: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """Reads a page once; `links`, `ids`, `words` and `language` are what it found."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.ids: Counter[str] = Counter()
        self.words: list[str] = []
        self.language = ""
        self._open: list[tuple[str, bool, Link | None, bool]] = []  # tag, its words count, its link, hidden
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        _tag, counts, link, _hides = self._open[-1] if self._open else ("", True, None, False)
        if tag == "html":
            self.language = said.get("lang", "")[:2]
        elif "lang" in said or said.get("dir") == "auto":  # of another language, or what somebody typed
            counts = False
        if "id" in said and not any(name == "template" for name, *_rest in self._open):
            self.ids[said["id"]] += 1
        if tag == "a" and "href" in said:
            link = Link(said["href"], is_hidden=self._hidden() or "hidden" in said)
            self.links.append(link)
        if "hx-get" in said:
            self.links.append(Link(said["hx-get"], within=True, words=["htmx"]))
        for name in SAID_IN:
            self._hear(said.get(name, ""), counts, link)
        if tag not in VOID:
            hides = "hidden" in said or tag in ("template", "dialog")
            self._open.append((tag, counts and tag not in NO_WORDS, link, hides))

    def _hidden(self) -> bool:
        return any(hides for _name, _counts, _link, hides in self._open)

    def handle_endtag(self, tag):
        while any(name == tag for name, *_rest in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data):
        _tag, counts, link, _hides = self._open[-1] if self._open else ("", True, None, False)
        self._hear(data, counts, link)

    def _hear(self, text: str, counts: bool, link: Link | None) -> None:
        said = " ".join(text.split())
        if said and link:
            link.words.append(said)
        if said and counts:
            self.words.append(said)

    def faults(self) -> list[str]:
        """Return what is wrong with the page, in words."""
        foreign = foreign_words(self.language)
        found = [f"{times} elements have the id {one}" for one, times in self.ids.items() if times > 1]
        found += [f"no words in the link to {link.to}" for link in self.links if not link.words and not link.is_hidden]
        return found + [f"not translated: {word}" for word in dict.fromkeys(self.words) if word in foreign]


@cache
def foreign_words(language: str) -> frozenset[str]:
    """Return words that a page in `language` never says: those that have other ones in it.

    What people typed and what lists are called is in Czech and may be one word of ours.
    """
    english: set[str] = set()
    czech: set[str] = set()
    for package in packages():
        file = package / "locale/cs/LC_MESSAGES/django.po"
        if file.exists():
            with file.open("rb") as opened:
                for message in read_po(opened, locale="cs"):
                    if message.id:
                        english |= set(message.id if isinstance(message.id, tuple) else (message.id,))
                        czech |= set(message.string if isinstance(message.string, tuple) else (message.string,))
    entries = Entry.objects.values_list("name_cs", "short_cs")
    listed = {name for names in entries for name in names}
    said = {"cs": english - czech - listed, "en": {one for one in czech - english - listed if " " in one}}
    return frozenset(said.get(language, ()))
