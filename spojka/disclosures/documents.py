"""Papers: the protocol of a request, for us, filled in or blank; and the answer that the authority gets."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spojka.ui import paper
from spojka.ui.words import day

from .models import LineKind

TEMPLATES = Path(__file__).parent / "typst"


def protocol(said: dict[str, Any] | None, *, organisation: str) -> bytes:
    """Return the protocol; without `said` an empty one, with lines to write on."""
    return paper.pdf(TEMPLATES / "protocol.typ", protocol_data(said, organisation))


def answer(said: dict[str, Any], *, organisation: str) -> bytes:
    """Return the answer to the authority; it is Czech whatever language the head reads."""
    with override("cs"):
        return paper.pdf(TEMPLATES / "answer.typ", answer_data(said, organisation))


def protocol_data(said: dict[str, Any] | None, organisation: str) -> dict[str, Any]:
    """Return all that stands on the protocol."""
    request = said["request"] if said else None
    title = _("Protocol of a request for data")
    words = said["words"] if said else {}
    lines = said["lines"] if said else []
    of = lambda list, code: words.get(list, {}).get(code, code)  # noqa: E731
    about = [
        (_("Number"), str(request) if request else ""),
        (_("Service"), f"{request.service}, {organisation}" if request else organisation),
        (_("Who asks"), f"{of('authority_kind', request.authority)}, {request.office}" if request else ""),
        (_("Its file number"), request.reference if request else ""),
        (_("Who of them asks"), request.officer if request else ""),
        (_("When it came"), f"{day(request.received_on, True)}, {request.get_way_display()}" if request else ""),
        (_("Until when they want an answer"), day(request.due_on, True) if request and request.due_on else ""),
        (_("By which law (our reading)"), _ground(request, of) if request else ""),
    ]
    texts = [
        (_("Whom they ask about"), request.opened.about if request else ""),
        (_("What they want to know"), request.opened.asked if request else ""),
        (_("The decision of the head"), _decision(request, said) if request and said else ""),
        (_("Why"), request.opened.decided_why if request else ""),
    ]
    return {
        "title": title,
        "organisation": organisation,
        "is_blank": request is None,
        "about": [[name, value] for name, value in about if value or not request],
        "texts": [[name, value] for name, value in texts if value or not request],
        "heads": [_("Day"), _("What"), _("In words"), _("Written by")],
        "lines": [
            [day(told.line.on, True), str(told.line.get_kind_display()), _words(told), told.by] for told in lines
        ],
        "foot": f"{organisation} · {title} · Spojka",
        "blanks": [_("Head of the service"), _("Date"), _("Signature")],
        "words": {
            "page": _("page"),
            "given": _("What was given, and the client"),
            "none": _("Nothing was written down"),
            "short": _(
                "Confidential: for those only whom the head lets read it. The ground is our reading, no advice."
            ),
        },
    }


def answer_data(said: dict[str, Any], organisation: str) -> dict[str, Any]:
    """Return all that stands in the answer: nothing of why we decided so, nor whether the client was told."""
    request, title = said["request"], _("Answer to a request for data")
    given = [told.line for told in said["lines"] if told.line.kind == LineKind.GIVEN]
    about = [
        (pgettext("a letter", "To"), request.office),
        (_("Your file number"), request.reference),
        (_("Your request of"), day(request.received_on, True)),
        (_("Our number"), str(request)),
        (pgettext("a letter", "From"), f"{request.service}, {organisation}"),
    ]
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about if value],
        "text": request.opened.answer,
        "given": [[day(line.on, True), line.opened.text] for line in given],
        "foot": f"{organisation} · {title} · Spojka",
        "blanks": [_("Head of the service"), _("Date"), _("Signature")],
        "words": {"page": _("page"), "given": _("We give"), "empty": _("The text of the answer is written by hand:")},
    }


def _ground(request: Any, of: Any) -> str:
    name = of("disclosure_ground", request.ground)
    return f"{name}; {request.ground_text}" if request.ground_text else str(name)


def _decision(request: Any, said: dict[str, Any]) -> str:
    if not request.is_decided:
        return _("not decided yet")
    return f"{request.get_decision_display()} ({said['decided_by']}, {day(request.decided_at, True)})"


def _words(told: Any) -> str:
    line = told.line
    whom = line.opened.recipient
    said = [told.reason, line.opened.text, whom and _("to: %(whom)s") % {"whom": whom}]
    said += [str(line.get_way_display()) if line.way else "", _("added after the decision") if line.is_after else ""]
    return "; ".join(str(one).removesuffix(".") for one in said if one)
