"""The paper of a consent to share: filled in as it was given, or with empty lines, in the manner of the real form."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.permissions import Kind
from spojka.clients.models import Client
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day

from .models import KINDS
from .reading import Line, Told, kind_names

TEMPLATES = Path(__file__).parent / "typst"
LINE = "……………………………"
ROWS = 5  # empty rows of a blank one


def consent(client: Client, told: Told | None, *, organisation: str) -> bytes:
    """Return a consent as a paper; without `told` a blank one with the client's code."""
    return paper.pdf(TEMPLATES / "consent.typ", consent_data(client, told, organisation))


def blank(service: Service) -> bytes:
    """Return a blank one for anybody: the code, too, is written on it by hand."""
    return consent(Client(service=service, code=""), None, organisation=str(service.organisation))


def consent_data(client: Client, told: Told | None, organisation: str) -> dict[str, Any]:
    """Return all that stands on the paper: {title, about, kinds, institutions, people, how, signers, …}."""
    title = _("Consent to share information")
    lines, some = told.lines if told else [], _("What, if only some of it")
    back = _(
        "I may take this back at any time, as a whole or for one of them, by word or in writing, without a reason. "
        "It does not reach back: what they have read before they know."
    )
    return {
        "title": title,
        "organisation": organisation,
        "about": _about(client, told),
        "lead": _("I agree that the service tells what is ticked to those who are named here, and to nobody else."),
        "kinds": _kinds(told),
        "other": told.consent.other if told and told.consent.other else ("" if told else LINE),
        "institutions": [_institution(one) for one in lines if not one.row.is_private] if told else [[""] * 4] * ROWS,
        "people": [_person(one) for one in lines if one.row.is_private] if told else [[""] * 3] * 3,
        "until": _until(told),
        "signers": _signers(told),
        "hands": _hands(told),
        "is_blank": told is None,
        "state": _state(told),
        "foot": f"{organisation} · {title} · Spojka",
        "words": {
            "page": _("page"),
            "kinds": _("What may be told"),
            "institutions": _("Institutions"),
            "people": _("Private persons"),
            "heads": [_("Institution"), _("Centre or service"), _("Responsible worker"), some],
            "person_heads": [pgettext("of a person", "Name"), _("What they are to me"), some],
            "back": back,
            "copy": _("One copy is mine."),
            "signature": _("Signature"),
        },
    }


def consent_text(client: Client, told: Told, *, organisation: str) -> str:
    """Return the same as plain text, to be copied into a file that is kept elsewhere."""
    data = consent_data(client, told, organisation)
    words = data["words"]
    ticked = [name for name, is_told in data["kinds"] if is_told] + ([data["other"]] if data["other"] else [])
    parts = [
        [data["title"], *(f"{name}: {value}" for name, value in data["about"])],
        [data["lead"]],
        [words["kinds"], *(f"- {name}" for name in ticked)],
        *([words[of], *(f"- {_joined(row)}" for row in data[of])] for of in ("institutions", "people") if data[of]),
        [data["until"], words["back"]],
        [_joined(row) for row in data["signers"]],
        [f"{name}: {said}" for name, said, _hand in data["hands"] if said],
        [data["state"]],
    ]
    return "\n\n".join("\n".join(line for line in part if line) for part in parts if any(part)) + "\n"


def _joined(row: list[str]) -> str:
    return ", ".join(part for part in row if part)


def _kinds(told: Told | None) -> list[list[Any]]:
    ticked = told.consent.what if told else Kind(0)
    return [[name, kind in ticked] for name, kind in zip(kind_names(), KINDS, strict=True)]


def _about(client: Client, told: Told | None) -> list[list[str]]:
    said = [(_("Service"), f"{client.service}"), (_("Code"), client.code)]
    if told:
        said += [(_("Number"), str(told.consent)), (_("Given"), day(told.consent.given_on, True))]
        if statement := told.consent.basis:
            said += [(_("Base statement"), f"{statement.version}, {day(statement.given_on, True)}")]
    return [[name, value] for name, value in said]


def _institution(line: Line) -> list[str]:
    return [line.row.institution, line.row.unit, line.row.called, _narrower(line)]


def _person(line: Line) -> list[str]:
    return [line.row.called, line.row.relation, _narrower(line)]


def _narrower(line: Line) -> str:
    some = [name for name, is_told in line.cells if is_told]
    whole = line.row.kinds == line.row.consent.kinds
    ended = _("ended %(day)s") % {"day": day(line.row.ended_at, True)} if line.row.ended_at else ""
    return ", ".join(part for part in ("" if whole else ", ".join(some), ended) if part)


def _until(told: Told | None) -> str:
    if told is None:
        return _("It holds until %(line)s, or until I take it back.") % {"line": LINE}
    parts = [_("It holds until I take it back.")]
    if told.consent.ends_at:
        until = {"day": day(told.consent.last_day, True)}
        parts = [_("It holds until %(day)s, or until I take it back.") % until]
    if told.consent.is_parallel:
        parts.append(_("It ends too when they stop working with me together."))
    return " ".join(parts)


def _signers(told: Told | None) -> list[list[str]]:
    """Return who said what: role, name, word, note."""
    if told is None or not told.consent.is_for_child:
        return []
    said = [[str(one.get_role_display()), one.called, str(one.get_word_display()), one.note] for one in told.signers]
    child = {"yes": _("wants it too"), "no": _("does not want it"), "unasked": _("could not be asked")}
    words = told.consent.said_by_child
    return [*said, [_("child"), "", child[told.consent.child_assent], f"„{words}“" if words else ""]]


def _hands(told: Told | None) -> list[list[str]]:
    """Return what stands on the lines at the foot: name, words, strokes of a hand."""
    where = [told.consent.place, day(told.consent.given_on, True)] if told else []
    return [
        [_("Place and day"), ", ".join(part for part in where if part), ""],
        [_("Signature"), "", told.consent.drawn if told else ""],
        [_("Worker who took it"), told.taken_by if told else "", ""],
    ]


def _state(told: Told | None) -> str:
    if told is None:
        return ""
    consent = told.consent
    if consent.is_opposed:
        return _("Somebody who had to agree said no: nothing is opened by it.")
    if consent.withdrawn_at:
        return _("Taken back %(day)s.") % {"day": day(consent.withdrawn_at, True)}
    return _("Given by word: %(heard)s") % {"heard": consent.heard} if consent.heard else ""
