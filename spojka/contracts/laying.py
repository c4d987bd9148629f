"""How a paper of a contract is laid out: the same for Typst, for the text of a file, and for the page."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui.words import day

from .models import ContractWording


@dataclass(frozen=True)
class Part:
    """A heading with its words; of a blank paper with boxes to tick and lines to write on."""

    title: str
    paragraphs: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    lines: int = 0


@dataclass(frozen=True)
class Data:
    """All that stands on a paper."""

    title: str
    organisation: str
    about: list[list[str]]
    parts: list[Part]
    hands: list[str]
    intro: str
    note: str
    small: str
    is_blank: bool

    @property
    def typst(self) -> dict[str, Any]:
        foot = f"{self.organisation} · {self.title} · Spojka"
        return asdict(self) | {"foot": foot, "words": {"page": _("page")}}


def frame(
    title: str,
    organisation: str,
    about: list[tuple[str, str]],
    parts: list[Part],
    *,
    hands: list[str] | None = None,
    intro: str = "",
    note: str = "",
    small: str = "",
    is_blank: bool = False,
) -> Data:
    pairs = [[name, said] for name, said in about if said or is_blank]
    return Data(title, organisation, pairs, parts, hands or [], intro, note, small, is_blank)


def plain(data: Data) -> str:
    """Return a paper as plain text, to be copied into a file."""
    said = [data.title, "\n".join(f"{name}: {words}" for name, words in data.about)]
    said += [one for one in (data.intro, data.note) if one]
    for part in data.parts:
        body = [*part.paragraphs, *(f"– {item}" for item in part.items)]
        said.append("\n".join([part.title, *body] if part.title else body))
    return "\n\n".join(said) + "\n"


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def until(wording: ContractWording) -> str:
    """Return in words from when until when it holds."""
    said = {"start": day(wording.starts_on, True)}
    if wording.ends_on is None:
        return _("From %(start)s for an indefinite time.") % said
    return _("From %(start)s until %(end)s.") % (said | {"end": day(wording.ends_on, True)})
