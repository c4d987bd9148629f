"""Which sections the forms have, which kind of information each tells, and what it asks."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import Kind
from spojka.codelists.catalogue import Catalogue, Item
from spojka.codelists.words import HEADING_PARTS, SURENESS

from .models import AssessmentForm

Text = str | Promise
HEADINGS = "child_heading"  # the list of what the evaluation of a child asks
ALONE = {"none", "never"}  # codes of the lists which say that there is nothing else
REFUSED = "refused"  # beside the questions: which of them the client doesn't want to answer


class Shape(Enum):
    """How a question is answered."""

    LINE = "line"
    WORDS = "words"
    CODE = "code"
    CODES = "codes"
    CROWNS = "crowns"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a section. `list` names the code list that one chooses from."""

    name: str
    text: Text
    shape: Shape = Shape.WORDS
    list: str = ""
    hint: Text = ""

    @property
    def is_text(self) -> bool:
        return self.shape in (Shape.LINE, Shape.WORDS)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a form that is saved on its own. It tells one kind of information."""

    form: str
    code: str
    title: Text
    kind: Kind
    questions: tuple[Question, ...]
    group: Text = ""  # what it stands under
    sureness: Text = ""  # of a heading of the decree: how sure we are of its wording
    is_offered: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.questions)


def _choice(name: str, text: Text, list: str, hint: Text = "", several: bool = False) -> Question:
    return Question(name=name, text=text, shape=Shape.CODES if several else Shape.CODE, list=list, hint=hint)


def _line(name: str, text: Text, hint: Text = "") -> Question:
    return Question(name=name, text=text, shape=Shape.LINE, hint=hint)


def _words(name: str, text: Text, hint: Text = "") -> Question:
    return Question(name=name, text=text, hint=hint)


def _entry(code: str, title: Text, kind: Kind, *questions: Question) -> Section:
    return Section(form=AssessmentForm.ENTRY, code=code, title=title, kind=kind, questions=(*questions, NOTE))


def _basic(code: str, title: Text, kind: Kind, *questions: Question) -> Section:
    return Section(form=AssessmentForm.BASIC, code=code, title=title, kind=kind, questions=questions)


NOTE = _words("note", _("Note"))
ENTRY = (
    _entry(
        "way_in", _("Contact and the way in"), Kind.COURSE,
        _line("reach", _("How to reach them"), _("Where we may call or write; what to say if another one answers.")),
        Question(
            name="born", text=_("Year of birth"), shape=Shape.YEAR,
            hint=_("Leave it empty where the name is kept: the birth date lies with it."),
        ),
        _choice("way", _("How they came"), "way_in"),
        _line("sent_by", _("Who sent them"), _("The service, or the person as far as one has to know.")),
        _words("reason", _("Main reason"), _("In the client's words.")),
    ),
    _entry(
        "family", _("Family and housing"), Kind.SITUATION,
        _choice("marital", _("Marital status"), "marital"),
        _words("children", _("Children"), _("How many, how old, with whom they live.")),
        _line("home", _("Permanent residence"), _("The town is enough.")),
        _line("stays", _("Where they live now"), _("The town is enough; with whom, in what.")),
    ),
    _entry(
        "living", _("Education, work and money"), Kind.SITUATION,
        _choice("education", _("Highest education"), "education"),
        _line("field", _("Field of study")),
        _choice("computer", _("Computer skills"), "computer_skill"),
        _choice("livelihood", _("What they live on"), "livelihood", several=True),
        Question(name="income", text=_("Approximate monthly income"), shape=Shape.CROWNS, hint=_("Whole crowns.")),
        _choice("benefits", _("State support and benefits in material need"), "benefit", several=True),
    ),
    _entry(
        "drugs_before", _("Drugs and addictions before"), Kind.PERSONAL,
        _choice("primary", _("Primary drug"), "substance", _("As the client sees it.")),
        _line("since", _("How long"), _("Since when or at what age, with which breaks.")),
        _choice("frequency", _("How often"), "use_frequency"),
        _words("complications", _("Complications"), _("Health, relations, police, money.")),
    ),
    _entry(
        "drugs_now", _("Drugs and addictions now"), Kind.SITUATION,
        _choice("using", _("What they use or do"), "substance", _("Also alcohol, gambling, cannabis."), several=True),
        _choice("often", _("How often"), "use_frequency"),
        _words("present", _("In their words"), _("What it is like now, what they would like to change.")),
    ),
    _entry(
        "treatment", _("Treatment so far"), Kind.HISTORY,
        _choice(
            "treatment", pgettext_lazy("of addiction", "Treatment"), "treatment_past", _("Several may apply."), True
        ),
        _words("where", _("Where and when"), _("What helped and what did not.")),
    ),
    _entry(
        "health", _("Health"), Kind.PERSONAL,
        _choice("limits", _("Health limits"), "health_limit", several=True),
        _words("health", _("What one has to know"), _("Medicines, doctor, what to watch for.")),
    ),
)  # fmt: skip
BASIC = (
    _basic(
        "themes", _("What they want help with"), Kind.COURSE,
        _choice("now", pgettext_lazy("help", "Now"), "help_theme", several=True),
        _words("now_words", _("Now, in their words")),
        _choice("later", pgettext_lazy("help", "Later"), "help_theme", several=True),
        _words("later_words", _("Later, in their words")),
    ),
    _basic(
        "services", _("Services they use now"), Kind.HISTORY,
        _words("services", _("Services and contact persons"), _("One on each line: service, what for, who.")),
        _words("wanted", _("What they miss")),
    ),
    _basic(
        "obligations", _("Obligations"), Kind.SITUATION,
        _choice("obligations", _("Obligations"), "obligation", several=True),
        _words("terms", _("What exactly and until when"), _("Court, office or creditor, next term, who helps.")),
    ),
    _basic(
        "strengths", _("Resources and obstacles"), Kind.SITUATION,
        _words("resources", _("Resources"), _("What they are good at, what and who helps.")),
        _words("obstacles", _("Obstacles")),
        NOTE,
    ),
)  # fmt: skip


def sections(form: str, lists: Catalogue) -> tuple[Section, ...]:
    """Return the sections of a form that a service offers on the catalogue's day."""
    if form == AssessmentForm.CHILD:
        return tuple(_heading(item) for item in lists.items(HEADINGS))
    return {AssessmentForm.ENTRY.value: ENTRY, AssessmentForm.BASIC.value: BASIC}.get(form, ())


def for_child(lists: Catalogue) -> Catalogue:
    """Return lists that offer the evaluation of a child, whatever the kind of service; a head may switch parts off."""
    items = lists.everything.get(HEADINGS, ())
    items = tuple(one if "is_on" in one.own else replace(one, is_on=True) for one in items)
    by_code = {**lists.by_code, **{(HEADINGS, one.code): one for one in items}}
    return replace(lists, everything={**lists.everything, HEADINGS: items}, by_code=by_code)


def find(form: str, code: str, lists: Catalogue) -> Section | None:
    """Return one section, also one that is no longer offered."""
    if form == AssessmentForm.CHILD:
        item = lists.find(HEADINGS, code)
        return _heading(item) if item else None
    return next((one for one in sections(form, lists) if one.code == code), None)


def _heading(item: Item) -> Section:
    about: dict[str, Any] = {"title": item.name, "kind": Kind[str(item.extra["opens"]).upper()]}
    about |= {"group": HEADING_PARTS[item.extra["part"]], "is_offered": item.is_on}
    words = Question(name="words", text=item.name)
    sureness = SURENESS["proposal"] if item.sureness == "proposal" else ""
    return Section(form=AssessmentForm.CHILD, code=item.code, questions=(words,), sureness=sureness, **about)
