"""What a contract or an addendum says, and that the head concludes it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId, Segment

from ..content import WORDS, Frame, Terms
from ..models import ContractForm, ContractRegime, ServiceRules
from .rules import version_field
from .shared import words

FIRST = 8  # acts that stand at once


class Wording(forms.Form):
    """What an addendum says; a contract says more, see Draft."""

    id = forms.UUIDField(widget=NewId)
    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)
    office = forms.CharField(
        required=False,
        max_length=160,
        label=_("Which OSPOD"),
        help_text=_("The office that is the third party, for instance: Lipovec, OSPOD."),
    )
    goal = words(
        3,
        label=_("Goal of the cooperation"),
        help_text=_("What the client wants to reach, best in their own words."),
        error_messages={"required": _("Write the goal: what the client wants to reach.")},
    )
    own_acts = words(
        2,
        required=False,
        label=_("What else we agreed to do"),
        help_text=_("In your own words, a line for each thing."),
    )
    where_when = words(
        2, label=_("Where and when"), error_messages={"required": _("Write where and when the service is given.")}
    )
    fee = forms.CharField(
        required=False,
        max_length=200,
        label=_("Fee"),
        help_text=_("How much and until when it is paid. Empty: the service is free of charge."),
    )
    starts_on = DayField(label=_("Holds from"))
    ends_on = DayField(required=False, label=_("Holds until"), help_text=_("Empty: for an indefinite time."))
    changing = words(
        3, label=_("How it may be changed"), error_messages={"required": _("Write how the contract may be changed.")}
    )
    unkept = words(
        3,
        label=_("What happens when agreed conditions are not kept"),
        error_messages={"required": _("Write what happens when agreed conditions are not kept.")},
    )
    ending = words(
        6, label=_("How it may be ended"), error_messages={"required": _("Write how the contract may be ended.")}
    )

    def __init__(
        self, *args: Any, catalogue: Catalogue, versions: Sequence[ServiceRules], of_three: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(one.pk): one for one in versions}
        self.fields["rules"] = version_field(versions)
        self.fields["rules"].label = _("Version of the rules")
        acts = CodesField(
            "act",
            catalogue,
            required=False,
            label=_("Agreed acts"),
            help_text=_("What your service offers, from its own list."),
            widget=ChipCheckboxes(first=FIRST),
        )
        acts.choices = [(one.code, one.name) for one in catalogue.items("act") if one.is_with_people]
        acts.keep(*self.initial.get("acts", ()))
        self.fields["acts"] = acts
        if not of_three:
            del self.fields["office"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if "acts" in said and not said["acts"] and not said.get("own_acts"):
            self.add_error("acts", _("Choose what you agreed to do, or write it in your own words."))
        return said

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        texts = {name: said[name] for name in WORDS if said.get(name)}
        days = {"starts_on": said["starts_on"], "ends_on": said["ends_on"]}
        return Terms(rules=self.versions[said["rules"]], words=texts, acts=said["acts"], **days)


class Draft(Wording):
    """A contract that waits for the head. With an anonymous client a spoken one is offered first."""

    regime = forms.ChoiceField(
        choices=ContractRegime,
        label=_("Legal regime"),
        help_text=_("It decides what the contract may be: a social service is always voluntary."),
        widget=Segment(),
    )
    is_three_party = forms.BooleanField(
        required=False,
        label=_("Contract of three: client, OSPOD and we"),
        help_text=_("By authorisation for child protection alone."),
    )

    def __init__(self, *args: Any, is_anonymous: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(ContractForm.choices)
        self.fields["form"] = forms.ChoiceField(
            choices=offered[::-1] if is_anonymous else offered,
            label=_("How it is concluded"),
            help_text=_("We know no name of this client, so it is offered by word first.") if is_anonymous else "",
            widget=Segment(),
            error_messages={"required": _("Choose how it is concluded.")},
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("is_three_party") and not said.get("office"):
            self.add_error("office", _("Write which office is the third party."))
        return said

    @property
    def frame(self) -> Frame:
        said = self.cleaned_data
        return Frame(regime=said["regime"], form=said["form"], is_three_party=said["is_three_party"])


class Conclude(forms.Form):
    """The head concludes what they have read."""

    on = DayField(label=_("Concluded on"), help_text=_("The day on which both sides signed or agreed by word."))
    edition = forms.IntegerField(widget=forms.HiddenInput)
