"""What the professionals of a case agree on, that they assent, tell, evaluate and end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.cases.forms.entries import OfServices
from spojka.cases.forms.file import line, words
from spojka.cases.models import Participant
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment, Select

from ..content import Agreed
from ..models import AssentWay, Every, Form
from ..team import Agreement

STEPS = 3
ALL, SOME = "all", "some"


class Make(forms.Form):
    """The agreement of a team. Of each participant: for what they are responsible and whom they tell."""

    id = forms.UUIDField(widget=NewId)
    told_by = forms.MultipleChoiceField(
        choices=Form,
        label=_("In which form"),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Choose in which form you tell each other.")},
    )
    starts_on = DayField(label=_("From the day"))
    every = forms.ChoiceField(choices=Every, initial=Every.WEEK, label=_("How often"), widget=ChipRadio(first=4))
    ways = forms.ChoiceField(
        choices=[(ALL, _("everybody tells everybody")), (SOME, _("only as follows"))],
        initial=ALL,
        label=_("Who tells whom"),
        widget=Segment,
    )
    misunderstanding = words(
        _("What happens at a misunderstanding"), _("Write what happens at a misunderstanding."), rows=2
    )
    ending = words(_("How it is interrupted or ended"), _("Write how it is interrupted or ended."), rows=2)
    evaluation = words(
        _("How the cooperation itself is evaluated"), _("Write how the cooperation is evaluated."), rows=2
    )
    evaluate_on = DayField(label=_("Evaluated on the day"))
    principles = words(_("What else we keep to"), rows=2)

    def __init__(
        self, data: Any = None, *, team: Sequence[Participant], lists: Catalogue, last: Agreement | None, today: date
    ):
        super().__init__(data, initial=usual(today) | (_as_before(last, today) if last else {}))
        self.team = {str(one.pk): one for one in team}
        topics = {"error_messages": {"required": _("Choose what you tell each other.")}}
        label = {"label": _("What we tell each other"), "widget": ChipCheckboxes(first=8)}
        self.fields["topics"] = CodesField("agreement_topic", lists, **topics, **label)
        self.fields["topics"].keep(*self.initial["topics"])
        rarer = [("", pgettext_lazy("a step", "none")), *(one for one in Every.choices if one[0] != Every.WEEK)]
        for step in range(1, STEPS + 1):
            self.fields[f"step{step}_on"] = DayField(required=False, label=_("From the day"))
            self.fields[f"step{step}_every"] = forms.ChoiceField(
                required=False, choices=rarer, label=_("How often"), widget=Select(attrs={"class": "form-select"})
            )
        for key in self.team:
            others = [(other, str(row)) for other, row in self.team.items() if other != key]
            self.fields[f"duty_{key}"] = words(_("Responsible for"), rows=2, most=300)
            self.fields[f"tells_{key}"] = forms.MultipleChoiceField(
                required=False, choices=others, label=_("Tells"), widget=ChipCheckboxes(first=8)
            )

    @property
    def steps(self) -> list[tuple[Any, Any]]:
        """The fields of each step at which it thins."""
        return [(self[f"step{step}_on"], self[f"step{step}_every"]) for step in range(1, STEPS + 1)]

    @property
    def people(self) -> list[tuple[Participant, Any, Any]]:
        """Each of the team with their fields: for what they are responsible, and whom they tell."""
        return [(one, self[f"duty_{key}"], self[f"tells_{key}"]) for key, one in self.team.items()]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for step in range(1, STEPS + 1):
            on, every = typed.get(f"step{step}_on"), typed.get(f"step{step}_every")
            if bool(on) != bool(every):
                self.add_error(f"step{step}_on", _("A step has both a day and how often."))
        if typed.get("ways") == SOME and not self._directions(typed):
            self.add_error("ways", _("Choose at least one who tells another."))
        return typed

    def _directions(self, typed: dict[str, Any]) -> tuple[tuple[Participant, Participant], ...]:
        if typed["ways"] == ALL:
            return ()
        return tuple(
            (one, self.team[other]) for key, one in self.team.items() for other in typed.get(f"tells_{key}", ())
        )

    @property
    def agreed(self) -> Agreed:
        """What actions.make wants."""
        typed = self.cleaned_data
        steps = [(typed[f"step{step}_on"], typed[f"step{step}_every"]) for step in range(1, STEPS + 1)]
        names = ("misunderstanding", "ending", "evaluation", "evaluate_on", "principles")
        duties = ((one, typed[f"duty_{key}"]) for key, one in self.team.items())
        return Agreed(
            topics=tuple(typed["topics"]),
            forms=tuple(typed["told_by"]),
            paces=((typed["starts_on"], typed["every"]), *(step for step in steps if step[0])),
            directions=self._directions(typed),
            duties=tuple((one, said) for one, said in duties if said),
            **{name: typed[name] for name in names},
        )


def usual(today: date) -> dict[str, Any]:
    """Return what mostly fits, to be changed: from today, evaluated in half a year."""
    half_year = date(today.year + (today.month > 6), (today.month + 5) % 12 + 1, 1)
    return {
        "starts_on": today,
        "evaluate_on": half_year,
        "topics": ["family", "progress"],
        "told_by": ["phone", "report"],
        "misunderstanding": _(
            "We call each other first. If that is not enough, the coordinator calls a meeting within a week."
        ),
        "ending": _("Whoever can't go on says so to all beforehand; it ends with the case or by a new agreement."),
        "evaluation": _("Together at a meeting: what came in time, what helped, what the family says of it."),
    }


def _as_before(last: Agreement, today: date) -> dict[str, Any]:
    row = last.row
    said: dict[str, Any] = {"topics": row.topics, "told_by": row.forms, "ways": ALL if last.is_among_all else SOME}
    past = [one for one in last.paces if one.from_on <= today] or last.paces[:1]
    said |= row.parts | {"every": past[-1].every if past else Every.WEEK}
    for step, one in enumerate([one for one in last.paces if one.from_on > today][:STEPS], 1):
        said |= {f"step{step}_on": one.from_on, f"step{step}_every": one.every}
    for one in last.members:
        said[f"duty_{one.row.pk}"] = one.duty
        said[f"tells_{one.row.pk}"] = [str(other.pk) for other in one.tells]
    return said


class AssentForm(OfServices):
    """One of the team agrees."""

    participant = forms.ChoiceField(label=_("Who agrees"), widget=Select(attrs={"class": "form-select"}))
    way = forms.ChoiceField(
        required=False, choices=AssentWay.choices[1:], initial=AssentWay.WORD, label=_("How"), widget=Segment
    )

    def __init__(self, data: Any = None, *, people: Sequence[Participant], mine: Sequence[Participant], **more: Any):
        super().__init__(data, auto_id="id_assent_%s", **more)
        self.people, self.mine = {str(one.pk): one for one in people}, {str(one.pk) for one in mine}
        self.fields["participant"].choices = [(key, str(one)) for key, one in self.people.items()]
        if len(self.people) == 1:
            self.fields["participant"].widget = forms.HiddenInput()
            self.fields["participant"].initial = next(iter(self.people))

    @property
    def chosen(self) -> Participant:
        return self.people[self.cleaned_data["participant"]]

    @property
    def is_own(self) -> bool:
        """Whether it is one's own participant who agrees."""
        return str(self.chosen.pk) in self.mine

    @property
    def how(self) -> str:
        return AssentWay.SPOJKA if self.is_own else self.cleaned_data["way"] or AssentWay.WORD


class Tell(OfServices):
    """Somebody told what they owed."""

    id = forms.UUIDField(widget=NewId)
    teller = forms.ChoiceField(label=_("Who told it"), widget=Select(attrs={"class": "form-select"}))
    to = forms.ChoiceField(required=False, label=_("To whom"), widget=Select(attrs={"class": "form-select"}))
    form = forms.ChoiceField(choices=Form, initial=Form.PHONE, label=_("How"), widget=ChipRadio())
    on = DayField(label=_("On the day"))

    def __init__(self, data: Any = None, *, tellers: Sequence[Participant], team: Sequence[Participant], **more: Any):
        super().__init__(data, auto_id="id_tell_%s", **more)
        self.tellers, self.team = ({str(one.pk): one for one in people} for people in (tellers, team))
        self.fields["teller"].choices = [(key, str(one)) for key, one in self.tellers.items()]
        if len(self.tellers) == 1:
            self.fields["teller"].widget = forms.HiddenInput()
            self.fields["teller"].initial = next(iter(self.tellers))
        self.fields["to"].choices = [("", _("everybody")), *((key, str(one)) for key, one in self.team.items())]

    @property
    def told(self) -> dict[str, Any]:
        """What actions.tell wants."""
        typed = self.cleaned_data
        people = {"teller": self.tellers[typed["teller"]], "to": self.team.get(typed["to"])}
        return {**people, "id": typed["id"], "form": typed["form"], "on": typed["on"]}


class Review(forms.Form):
    """How the cooperation itself goes."""

    id = forms.UUIDField(widget=NewId)
    words = words(_("How the cooperation goes"), _("Write how the cooperation goes."), rows=3)
    next_on = DayField(label=_("We look at it again on the day"))


class End(forms.Form):
    """The agreement ends."""

    why = line(_("Why it ends"), _("Write in a few words why."), most=300)
