"""Papers of a group: one recommendation, the report to the assembly, and an empty one. In Czech, as all papers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from spojka.codelists.catalogue import names_of
from spojka.groups.models import Group
from spojka.ui import paper
from spojka.ui.words import day

from . import reading, zones
from .models import MediaOutput, Recommendation, StepState
from .reading import Counted, Sum, Told

TEMPLATE = Path(__file__).parent / "typst/report.typ"
Pair = tuple[Recommendation, Told]


def single(one: Recommendation, told: Told, today: date) -> bytes:
    """Return one recommendation with its draft text, its steps, votes and zones."""
    with override("cs"):
        return paper.pdf(TEMPLATE, single_data(one, told, today))


def report(group: Group, found: Sequence[Pair], sums: Sequence[Sum], media: Sequence[MediaOutput], on: date) -> bytes:
    """Return what a group asked and how it stands, for the assembly."""
    with override("cs"):
        return paper.pdf(TEMPLATE, report_data(group, found, sums, media, on))


def blank(group: Group) -> bytes:
    """Return an empty paper for one recommendation, to be written by hand."""
    with override("cs"):
        return paper.pdf(TEMPLATE, blank_data(group))


def single_data(one: Recommendation, told: Told, today: date) -> dict[str, Any]:
    """Return all that stands on it; see _data."""
    names = names_of(("recommendation_sort", "body_kind", "group_kind"), organisation=one.organisation)
    sort = names["recommendation_sort"].get(one.sort, one.sort)
    item = _item(one, told, names) | {"title": ""}
    return _data(one.group, one.title, _about(one.group, names, today), over=sort) | {"items": [item]}


def report_data(
    group: Group, found: Sequence[Pair], sums: Sequence[Sum], media: Sequence[MediaOutput], on: date
) -> dict[str, Any]:
    """Return all that stands on it; see _data. Draft texts stand on the papers of each recommendation."""
    names = names_of(("recommendation_sort", "body_kind", "group_kind"), organisation=group.organisation)
    data = _data(group, _("What we asked, what came of it"), _about(group, names, on), over=group.name)
    data["overview"] = [_row(one, names) for one, _told in found]
    data["items"] = [_item(one, told, names, whole=False) for one, told in found]
    data["sums"] = [
        [str(one.year), *(_czk(sum) for sum in (one.asked, one.granted, one.social, one.situational))] for one in sums
    ]
    data["media"] = [f"{day(one.on, True)} · {one.medium}: {one.title}" for one in media]
    return data


def blank_data(group: Group) -> dict[str, Any]:
    """Return the same with lines to write on."""
    names = names_of(("recommendation_sort", "body_kind", "group_kind"), organisation=group.organisation)
    item = {
        "title": "", "facts": [(_("Sort"), ""), (_("Of whom it is asked"), ""), (_("Proposed on"), "")],
        "texts": [{"name": name, "text": "", "lines": lines} for name, lines in (
            (_("In one sentence"), 1), (_("What is asked"), 5), (_("Why it is asked"), 3),
            (_("On what legal ground"), 2), (_("Draft text"), 7),
        )],
        "steps": [[str(name), "", "", ""] for name in StepState.labels[:-1]], "votes": [], "zones": [],
        "chain": [], "picture": None, "hand": True,
    }  # fmt: skip
    return _data(group, _("Recommendation or measure"), _about(group, names, None), over=group.name) | {
        "items": [item]
    }


def _data(group: Group, title: str, about: list[tuple[str, str]], over: str) -> dict[str, Any]:
    """Return the frame: {title, over, organisation, about, overview, items, sums, media, foot, words}."""
    return {
        "title": title,
        "over": over,
        "organisation": str(group.organisation),
        "about": about,
        "overview": [],
        "items": [],
        "sums": [],
        "media": [],
        "foot": f"{group.organisation} · {group.name} · Spojka",
        "words": {
            "page": _("page"),
            "overview": _("How it stands"),
            "overview_heads": [_("What we asked"), _("Of whom it is asked"), _("How it stands"), _("Since when")],
            "steps": _("How it went"),
            "step_heads": [_("What happened"), _("On which day"), _("Before which body"), _("Document and reason")],
            "votes": _("How the group voted"),
            "vote_lines": [_("For"), _("Against"), _("Abstained"), _("Quorum")],
            "declared": _("Conflict of interest (did not vote): who, what"),
            "zones": _("Where it holds"),
            "money": _("Money for prevention, in CZK"),
            "money_heads": [
                _("Year"), _("Asked"), _("Granted"), _("Social prevention"), _("Situational prevention"),
            ],
            "media": _("Media outputs"),
            "hand": _("Signature of who leads the group"),
        },
    }  # fmt: skip


def _about(group: Group, names: dict[str, dict[str, str]], on: date | None) -> list[tuple[str, str]]:
    kind = names["group_kind"].get(group.kind, group.kind)
    found = [(_("Group"), f"{group.name} ({kind})"), (_("Supported by"), f"{group.organisation}, {group.service}")]
    return [*found, (_("Day"), day(on, True) if on else "")]


def _row(one: Recommendation, names: dict[str, dict[str, str]]) -> list[str]:
    newest = one.newest
    state = str(newest.get_state_display()) if newest else ""
    since = day(newest.on, True) if newest else ""
    return [one.title, reading.body(one.body_kind, one.body_name, names), state, since]


def _item(one: Recommendation, told: Told, names: dict[str, dict[str, str]], whole: bool = True) -> dict[str, Any]:
    texts = [(_("What is asked"), one.what), (_("Why it is asked"), one.why)]
    texts += [(_("On what legal ground"), one.legal_basis), *([(_("Draft text"), one.draft)] if whole else [])]
    facts = [(_("Sort"), names["recommendation_sort"].get(one.sort, one.sort))]
    facts += [(_("Of whom it is asked"), reading.body(one.body_kind, one.body_name, names))]
    facts += [(_("Proposed on"), day(one.proposed_on, True)), (_("By"), str(one.organisation))]
    chain = [_("Brought here from: %(title)s") % {"title": _known(told.before, names)}] if told.before else []
    chain += [_("Brought to another body: %(title)s") % {"title": _known(after, names)} for after in told.after]
    return {
        "title": one.title,
        "facts": facts,
        "texts": [{"name": name, "text": text, "lines": 0} for name, text in texts if text],
        "steps": [_step(one, names) for one in told.steps],
        "votes": [_vote(one) for one in told.votes[:1]],
        "chain": chain,
        "zones": [f"{number}. {zone['name']}" + (f": {zone['rule']}" if zone["rule"] else "")
                  for number, zone in enumerate(one.zones, 1)],
        "picture": _picture(one),
        "hand": False,
    }  # fmt: skip


def _picture(one: Recommendation) -> dict[str, str] | None:
    return {"svg": zones.picture(one.zones), "alt": _("Zones on a map")} if one.zones else None


def _known(one: Recommendation, names: dict[str, dict[str, str]]) -> str:
    state = f", {one.newest.get_state_display()} {day(one.newest.on, True)}" if one.newest else ""
    return f"{reading.body(one.body_kind, one.body_name, names)}{state}"


def _step(one: Any, names: dict[str, dict[str, str]]) -> list[str]:
    said = " · ".join(part for part in (one.document, one.reason) if part)
    return [one.get_state_display(), day(one.on, True), reading.body(one.body_kind, one.body_name, names), said]


def _vote(one: Counted) -> dict[str, Any]:
    vote = one.vote
    quorum = ""
    if vote.quorum:
        words = {"voted": vote.voted, "quorum": vote.quorum}
        enough, few = _("%(voted)s voted, %(quorum)s were needed"), _("only %(voted)s voted, %(quorum)s were needed")
        quorum = (enough if vote.has_quorum else few) % words
    return {
        "on": day(vote.on, True),
        "counts": [str(vote.in_favour), str(vote.against), str(vote.abstained), quorum],
        "named": [f"{ballot.seat}: {ballot.get_word_display()}" for ballot in one.named],
        "declared": [f"{ballot.seat}: {ballot.declared}" for ballot in one.declared],
    }


def _czk(amount: int) -> str:
    return str(number_format(amount, force_grouping=True))
