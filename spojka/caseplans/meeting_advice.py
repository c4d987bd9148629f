"""Advice on a meeting and its minutes: what went wrong in practice elsewhere. Hints, never a wall."""

import re
from collections.abc import Collection, Iterator, Sequence

from django.utils.translation import gettext as _

from spojka.cases.models import Party, PartyRole
from spojka.search.stems import fold

from .advice import Hint
from .content import ROLES, Minutes, Role
from .models import Gathering

MANY, LONG = 12, 400  # people, words
JUDGES = re.compile(  # words that judge people instead of saying what happened, as they stand in minutes
    r"\b(nespolupracuj\w*|lenost\w*|lenoch\w*|neschopn\w*|hysteri\w*|manipul\w*|lhar\w*|vymlouv\w*"
    r"|nezodpovedn\w*|asocial\w*|feta[kc]\w*|neprizpusobiv\w*|problemov\w*|agresivni\w*|drz[yea]\b|hloup\w*"
    r"|ozralec\w*|spatn\w+ (?:matk\w*|otec|otc\w*|rodic\w*))"
)
WORD = re.compile(r"\w+")


def hints(said: Minutes, parties: Sequence[Party], words: str = "") -> list[Hint]:
    """Return what could be better; of a mere look at the plan only its words are read."""
    text = " ".join([said.purpose, words, *(one.what for one in said.agreed)])
    found = list(of_words(text))
    return found if said.kind == Gathering.REVIEW else [*_of_meeting(said, parties), *found]


def _of_meeting(said: Minutes, parties: Sequence[Party]) -> Iterator[Hint]:
    yield from _of_roles(said)
    yield from _of_people(said, {one.role for one in parties if f"party:{one.pk}" in said.present})
    if not said.purpose:
        yield Hint("purpose", "no_purpose", _("What was it for? Say it so that the family would say the same."))
    if not said.told:
        text = _("Was the family told the purpose beforehand? Nobody comes to be persuaded or judged.")
        yield Hint("told", "not_told", text)
    if not (said.agreed or said.steps):
        yield Hint("steps", "nothing_agreed", _("What was agreed: who does what by when?"))


def _of_roles(said: Minutes) -> Iterator[Hint]:
    roles = [_who(getattr(said, name)) for name in ROLES]
    if roles[0] and len(set(roles)) == 1:
        text = _("One person called it, led it and writes. Share that out next time.")
        yield Hint("facilitator", "one_person", text)
    if said.kind == Gathering.CONFERENCE and said.facilitator.key:
        text = _("At a conference somebody leads who is not involved in the case.")
        yield Hint("facilitator", "involved", text)


def _of_people(said: Minutes, here: Collection[str]) -> Iterator[Hint]:
    if PartyRole.CLIENT not in here and PartyRole.FAMILY not in here:
        text = _("Nobody of the family was there. Without them only where their presence endangers somebody.")
        yield Hint("present", "no_family", text)
    elif PartyRole.SUPPORTER not in here:
        text = _("Nobody was there to support the family. Ask whom they want to bring.")
        yield Hint("present", "no_supporter", text)
    if len(said.present) + len([one for one in said.others.splitlines() if one.strip()]) > MANY:
        text = _("There were over %(most)s people. A family gets lost among so many.") % {"most": MANY}
        yield Hint("present", "many", text)


def of_words(text: str) -> Iterator[Hint]:
    """Say what minutes should not be: too long, or judging."""
    if len(WORD.findall(text)) > LONG:
        words = _("These are over %(most)s words. Short minutes hold what was agreed.") % {"most": LONG}
        yield Hint("words", "long", words)
    if found := JUDGES.search(fold(text)):
        words = _("“%(word)s” judges somebody. Write what happened or what was said.") % {"word": found[0]}
        yield Hint("words", "judging", words)


def _who(role: Role) -> str:
    return role.key or fold(role.words).strip()
