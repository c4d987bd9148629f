"""The agreement of a team on paper, filled in or with empty lines; and a statement as text for another file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.cases.models import Case, Participant
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day, moment

from .models import AssentWay, Every, Form
from .reading import Exchange
from .team import Agreement, Member

TEMPLATES = Path(__file__).parent / "typst"
SHORT = "………………………"
ROWS = 3  # empty ones, for who joins
TEAM = 6  # of a paper that leads to no case


def agreement(case: Case, told: Agreement, topics: Mapping[str, str]) -> bytes:
    """Return an agreement as a paper."""
    return paper.pdf(TEMPLATES / "agreement.typ", agreement_data(case, told, topics))


def blank_agreement(case: Case, team: Sequence[Participant], topics: Mapping[str, str]) -> bytes:
    """Return the paper with the team of a case and empty lines."""
    return paper.pdf(TEMPLATES / "agreement.typ", blank_data(case, team, topics))


def agreement_data(case: Case, told: Agreement, topics: Mapping[str, str]) -> dict[str, Any]:
    """Return all that stands on the paper of an agreement."""
    row = told.row
    about = [(_("Case"), str(case)), (_("Version"), str(row)), (_("Written down"), day(row.recorded_at, True))]
    state = ""
    if row.newer:
        state = _("Replaced by version %(version)s.") % {"version": row.newer}
    if row.ended_on:
        state = _("Ended %(day)s.") % {"day": day(row.ended_on, True)}
    return _data(case, about) | {
        "state": state,
        "topics": [[topics.get(code, code), True] for code in row.topics],
        "forms": [[name, True] for name in row.told_by],
        "paces": [[day(one.from_on, True), str(one.get_every_display())] for one in told.paces],
        "ways": [] if told.is_among_all else _ways(told.members),
        "people": [[str(one.row), one.row.called, one.duty] for one in told.members],
        "parts": [[name, row.parts.get(key, "")] for key, name in _parts() if row.parts.get(key)],
        "evaluate": _("The cooperation is evaluated on %(day)s.") % {"day": day(row.evaluate_on, True)},
        "hands": [[str(one.row), _assent(one)] for one in told.members],
        "is_blank": False,
    }


def blank_data(case: Case, team: Sequence[Participant], topics: Mapping[str, str]) -> dict[str, Any]:
    """Return all that stands on the empty paper: everything to be ticked, lines to write on."""
    people = [[str(one), one.called, ""] for one in team] + [["", "", ""]] * ROWS
    return _blank(_data(case, [(_("Case"), str(case))]), people, topics)


def _blank(data: dict[str, Any], people: list[list[str]], topics: Mapping[str, str]) -> dict[str, Any]:
    return data | {
        "state": "",
        "topics": [[name, False] for name in topics.values()],
        "forms": [[str(label), False] for _code, label in Form.choices],
        "paces": [[SHORT, " / ".join(str(label) for _code, label in Every.choices)]] + [[SHORT, SHORT]] * 2,
        "ways": [[SHORT, SHORT]] * 4,
        "people": people,
        "parts": [[name, ""] for _key, name in _parts()],
        "evaluate": _("The cooperation is evaluated on %(day)s.") % {"day": SHORT},
        "hands": [[name, ""] for name, _who, _duty in people],
        "is_blank": True,
    }


def empty_agreement(lists: Catalogue) -> bytes:
    """Return the paper for any case: everything is written by hand, also who is in the team."""
    return paper.pdf(TEMPLATES / "agreement.typ", empty_data(lists))


def empty_data(lists: Catalogue) -> dict[str, Any]:
    """Return all that stands on a paper that leads to no case."""
    topics = dict(lists.pairs("agreement_topic"))
    return _blank(_frame(lists.service, [(_("Case"), ""), (_("Day"), "")]), [["", "", ""]] * TEAM, topics)


def agreement_text(case: Case, told: Agreement, topics: Mapping[str, str]) -> str:
    """Return an agreement as plain text, to be put into another file."""
    data = agreement_data(case, told, topics)
    said, names = data["words"], [name for name, _on in data["topics"]]
    lines = [data["title"], *(f"{name}: {value}" for name, value in data["about"]), *filter(None, [data["state"]])]
    lines += ["", f"{said['topics']}: {', '.join(names)}"]
    lines += [f"{said['forms']}: {', '.join(name for name, _on in data['forms'])}"]
    lines += [f"{said['paces']}: {', '.join(f'{every} ({since})' for since, every in data['paces'])}"]
    lines += ["", f"{said['ways']}:", *(f"– {one} → {to}" for one, to in data["ways"] or [[said["all"], ""]])]
    lines += ["", f"{said['people']}:", *(f"– {', '.join(filter(None, one))}" for one in data["people"])]
    lines += [f"{name}: {text}" for name, text in data["parts"]]
    lines += ["", data["evaluate"], f"{said['hands']}:", *(f"– {who}: {how}" for who, how in data["hands"] if how)]
    return "\n".join(lines).replace(" → \n", "\n") + "\n"


def _data(case: Case, about: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return _frame(case.service, about)


def _frame(service: Service, about: Sequence[tuple[str, str]]) -> dict[str, Any]:
    title = _("Agreement of the professionals of one case")
    house = str(service.organisation)
    return {
        "title": title,
        "organisation": house,
        "about": [[name, said] for name, said in [(_("Coordinates"), f"{house}, {service}"), *about]],
        "lead": _("The client knows what is told by this agreement; it opens nothing beyond their consents."),
        "foot": f"{house} · {title} · Spojka",
        "words": {
            "page": _("page"),
            "topics": _("What we tell each other"),
            "forms": _("In which form"),
            "paces": _("How often"),
            "pace_heads": [_("From the day"), _("How often")],
            "ways": _("Who tells whom"),
            "way_heads": [_("Who tells"), _("To whom")],
            "all": _("Everybody tells everybody."),
            "people": _("Who is responsible for what"),
            "people_heads": [_("Institution"), pgettext("of a person", "Name"), _("Responsible for")],
            "parts": _("How we work together"),
            "part_heads": [_("What"), _("In words")],
            "hands": _("Who agrees"),
            "hand_heads": [_("Institution"), _("Day and signature")],
        },
    }


def _parts() -> list[tuple[str, str]]:
    return [
        ("principles", _("What else we keep to")),
        ("misunderstanding", _("What happens at a misunderstanding")),
        ("ending", _("How it is interrupted or ended")),
        ("evaluation", _("How the cooperation itself is evaluated")),
    ]


def _ways(members: Sequence[Member]) -> list[list[str]]:
    return [[str(one.row), ", ".join(str(other) for other in one.tells)] for one in members if one.tells]


def _assent(member: Member) -> str:
    if member.assent is None:
        return ""
    given = f"{day(member.assent.on, True)}, {member.assent.get_way_display()}"
    return given if member.assent.way != AssentWay.PAPER else f"{given}: {SHORT}"


def text_for_file(exchange: Exchange, sources: Mapping[str, str]) -> str:
    """Return a statement with all that was said to it as plain text, to be put into another file."""
    last = exchange.chain[-1][0]
    head = _("%(who)s: %(kind)s") % {"who": last.about, "kind": KIND_NAMES[Kind(last.kind)]}
    lines = [head, ""]
    for row, answers in exchange.chain:
        name = _("Statement") if row.pk == last.pk else _("Former sentence")
        name = _("Clarified statement") if row.pk == last.pk and row.supersedes_id else name
        name = f"{name} ({_('does not hold:')} {row.why_not})" if row.voided_at else name
        lines += [f"{moment(row.at)}  {name}: {_voice(row)}, {sources.get(row.source, row.source)}", row.text, ""]
        for one in answers:
            what = one.get_what_display()
            what = f"{what} ({one.whose}, {one.get_heard_display()})" if one.whose else what
            lines += [f"{moment(one.at)}  {what}: {_voice(one)}", *([one.said] if one.text else []), ""]
    return "\n".join(lines).strip() + "\n"


def _voice(row: Any) -> str:
    if row.said_by:
        return ", ".join(part for part in (str(row.said_by), row.who or row.said_by.called) if part)
    return row.who or f"{row.organisation}, {row.service}"
