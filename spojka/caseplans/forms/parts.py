"""One part of a plan: its head, a goal, a step. The fields are those of content.TEXTS and a few columns."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.cases.forms.entries import OfServices
from spojka.cases.forms.file import line, words
from spojka.cases.models import Participant, Party
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Select

from ..content import TEXTS, Draft
from ..models import Part, PartKind

IN_WORDS = [("", _("in words"))]


class PartForm(OfServices):
    """What all parts have: an id, and the wording one began from."""

    kind = ""
    id = forms.UUIDField(widget=NewId)
    began = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @classmethod
    def of_part(cls, part: Part) -> dict[str, Any]:
        """Return what a wording says, as the fields have it."""
        said = {name: part.said.get(name, "") for name in TEXTS[cls.kind]}
        who = (
            f"party:{part.party_id}" if part.party_id else f"side:{part.participant_id}" if part.participant_id else ""
        )
        return said | {"term": part.term, "review_on": part.review_on, "who": who, "began": part.pk}

    @property
    def draft(self) -> Draft:
        """What actions.write wants."""
        typed = self.cleaned_data
        texts = {name: typed[name] for name in TEXTS[self.kind] if typed.get(name)}
        return Draft(texts=texts, term=typed.get("term"), review_on=typed.get("review_on"))


class HeadForm(PartForm):
    """The plan as a whole."""

    kind = PartKind.HEAD
    text = words(_("Main goal"), hint=_("What shall be when it works. In the words of the family."), rows=2, most=400)
    term = DayField(label=_("By when"), required=False)
    follows = words(_("What follows for the family when the goals are met"), rows=2)
    situation = words(_("The adverse situation"), hint=_("Why the case was opened."))
    causes = words(_("Its causes"), rows=2)
    services = words(_("Other services they use"), rows=2)
    expected = words(_("What each of them expects"))
    plan_b = words(_("Plan B"), hint=_("What happens if it fails: who, what, by when."), rows=2)
    reviewing = words(_("How it is reviewed"), hint=_("How we verify steps, who, how often."), rows=2)
    review_on = DayField(label=_("Next review"), required=False)
    coordination = words(_("How coordination and sharing work"), rows=2)


class GoalForm(PartForm):
    """A goal."""

    kind = PartKind.GOAL
    text = words(pgettext_lazy("a part of a plan", "Goal"), _("Write what it is."), rows=2, most=400)
    criterion = words(
        _("How shall we know that it is reached"), hint=_("So that anybody can see whether it is so."), rows=2
    )
    term = DayField(label=_("By when"), required=False)
    plan_b = words(_("Plan B of this goal"), hint=_("What happens if it fails: who, what, by when."), rows=2)
    supports = line(_("Who supports it"), most=200)
    evaluates = line(_("Who evaluates it"), most=200)
    unmet = words(_("What follows if it is not met"), rows=2)


class StepForm(PartForm):
    """A step."""

    kind = PartKind.STEP
    text = words(pgettext_lazy("a part of a plan", "Step"), _("Write what it is."), rows=2, most=400)
    who = forms.ChoiceField(
        required=False, label=_("Who does it"), choices=IN_WORDS, widget=Select(attrs={"class": "form-select"})
    )
    owner = line(_("Who does it, in words"), hint=_("Somebody else, or who of them."), most=200)
    term = DayField(label=_("By when"), required=False)
    means = words(_("By which means"), rows=2)

    def __init__(
        self,
        data: Any = None,
        *,
        people: Sequence[Party],
        team: Sequence[Participant],
        part: Part | None = None,
        **kwargs: Any,
    ):
        super().__init__(data, **kwargs)
        self.people = {f"party:{one.pk}": one for one in people}
        self.team = {f"side:{one.pk}": one for one in team}
        named = [(key, str(one)) for key, one in (self.people | self.team).items()]
        if part and part.party_id and f"party:{part.party_id}" not in self.people:  # one may not know of them
            self.people[f"party:{part.party_id}"] = Party(pk=part.party_id)
            named.append((f"party:{part.party_id}", _("somebody in the case")))
        self.fields["who"].choices = [*IN_WORDS, *named]

    @property
    def draft(self) -> Draft:
        """Add who does it."""
        said, who = super().draft, self.cleaned_data.get("who", "")
        columns = {"party": self.people.get(who), "participant": self.team.get(who)}
        return Draft(texts=said.texts, term=said.term, **columns)


FORMS: dict[str, type[PartForm]] = {PartKind.HEAD: HeadForm, PartKind.GOAL: GoalForm, PartKind.STEP: StepForm}
