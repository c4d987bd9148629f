"""What an agreement says, part by part, in the order of the paper; the form and the page follow it, too.

Parts follow how centres and wards agree: who is chosen, how we turn to each other, by when, who decides, what is
told, what holds afterwards, how the cooperation is evaluated; the last one shares out duties of joint controllers.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.network.models import Service

from .models import PartnerAgreement

Label = str | Promise
NUMBERS = ("answer_days", "visit_days", "request_days", "breach_hours", "notice_months", "evaluate_months")
CHOICES = ("forms", "every", "is_unnamed_first", "is_joint")
DAYS = ("starts_on", "ends_on")


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: words, or what the column of the same name holds."""

    name: str
    label: Label
    lines: int = 1  # of words; 0: a column
    short: Label = ""  # what it is called where it is read, if that is shorter


@dataclass(frozen=True)
class Chapter:
    """A part of the agreement."""

    title: Label
    asked: tuple[Asked, ...]


SIDES = (
    Asked("our_head", _("Who represents us")),
    Asked("our_person", _("Who of us is responsible for the cooperation")),
    Asked("their_head", _("Who represents them")),
    Asked("their_person", _("Who of them is responsible for the cooperation")),
)
CHAPTERS = (
    Chapter(
        _("Whom it is for"),
        (
            Asked(
                "chosen", _("Who is chosen: why they came, what they are interested in"), 2, short=_("Who is chosen")
            ),
            Asked("not_chosen", _("Who is not, and where they are sent instead"), short=_("Who is not")),
        ),
    ),
    Chapter(
        _("How we turn to each other"),
        (
            Asked("our_contact", _("Our contact: name, phone, e-mail, hours")),
            Asked("their_contact", _("Their contact: name, phone, e-mail, hours")),
            Asked(
                "is_unnamed_first",
                _("At first without a name: sex, age, main difficulty and how both sides see the goal"),
                0,
                short=_("At first without a name"),
            ),
        ),
    ),
    Chapter(
        _("By when"),
        (
            Asked(
                "answer_days", _("Working days in which the other side answers"), 0, short=_("Answer in working days")
            ),
            Asked(
                "visit_days",
                _("Working days from the invitation to the first visit or meeting (usually 5)"),
                0,
                short=_("First visit in working days"),
            ),
        ),
    ),
    Chapter(
        _("Who does what"),
        (
            Asked("deciding", _("Who decides on each side, and who stands in"), short=_("Who decides")),
            Asked(
                "coordinating",
                _("Who coordinates, and when that passes to the other side"),
                short=_("Who coordinates"),
            ),
            Asked(
                "meeting", _("Where and how we meet with the client, who is there"), short=_("Where and how we meet")
            ),
        ),
    ),
    Chapter(
        pgettext_lazy("a part of an agreement", "What we tell each other"),
        (
            Asked(
                "telling",
                _("What, and in which direction; never more than the client agreed to or the law orders"),
                2,
                short=_("What, and to whom"),
            ),
            Asked("forms", _("In which form"), 0),
            Asked("every", _("How often"), 0),
            Asked("disputes", _("What we do at a misunderstanding, who settles it"), short=_("At a misunderstanding")),
        ),
    ),
    Chapter(
        _("When the work together ends"),
        (
            Asked(
                "ending",
                _("How it is interrupted or ended, and who tells the client"),
                short=_("How the agreement ends"),
            ),
            Asked(
                "afterwards",
                _("What is shared afterwards: only what the client expressly agreed to then"),
                short=_("Shared afterwards"),
            ),
        ),
    ),
    Chapter(
        _("Until when it holds"),
        (
            Asked("starts_on", _("Holds from"), 0),
            Asked("ends_on", _("Last day; empty: until somebody gives notice"), 0, short=_("Last day")),
            Asked("notice_months", _("Months of notice"), 0),
        ),
    ),
    Chapter(
        _("How we evaluate the cooperation"),
        (
            Asked("evaluate_months", _("Months between evaluations"), 0),
            Asked("evaluating", _("With whom")),
            Asked(
                "good",
                _("By what we know that it is good for the people we work with"),
                short=_("By what we know that it is good"),
            ),
        ),
    ),
    Chapter(
        _("If we are joint controllers of data (article 26 of the GDPR)"),
        (
            Asked("is_joint", _("We are joint controllers: what follows holds"), 0, short=_("Joint controllers")),
            Asked("joint_data", _("For which data and purpose we are joint controllers"), short=_("For which data")),
            Asked(
                "informing",
                _("Who informs people, where they get the essence of this agreement"),
                short=_("Who informs people"),
            ),
            Asked("requesting", _("To whom they turn with requests"), short=_("Where requests go")),
            Asked(
                "request_days",
                _("Days in which a request is passed on to the other side"),
                0,
                short=_("Passed on in days"),
            ),
            Asked("breach", _("Who reports a breach of security"), short=_("Who reports a breach")),
            Asked(
                "breach_hours",
                _("Hours in which the other side hears of a breach"),
                0,
                short=_("The other side hears in hours"),
            ),
            Asked("keeping", _("Where the data lie, how long, who erases them")),
        ),
    ),
)
ASKED = {one.name: one for one in (*SIDES, *(one for chapter in CHAPTERS for one in chapter.asked))}
WORDS = tuple(name for name, one in ASKED.items() if one.lines)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a wording says, with whom."""

    partner_name: str
    partner: Service | None = None
    texts: dict[str, str] = field(default_factory=dict)
    starts_on: date
    more: dict[str, Any] = field(default_factory=dict)  # the other columns, by name

    @classmethod
    def of(cls, agreement: PartnerAgreement) -> "Terms":
        more = {name: getattr(agreement, name) for name in (*NUMBERS, *CHOICES, "ends_on")}
        said = {"partner_name": agreement.partner_name, "partner": agreement.partner, "texts": agreement.texts}
        return cls(**said, starts_on=agreement.starts_on, more=more)

    @property
    def columns(self) -> dict[str, Any]:
        said = {"partner_name": self.partner_name, "partner": self.partner, "starts_on": self.starts_on}
        return said | self.more | {"texts": {name: text for name, text in self.texts.items() if text}}
