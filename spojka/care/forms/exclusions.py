from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..actions.exclusions import Ending


def words(label: Any, wrong: Any, most: int = 300, **said: Any) -> forms.CharField:
    return forms.CharField(
        max_length=most,
        label=label,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": wrong},
        **said,
    )


class End(forms.Form):
    """The service ends for somebody: why, until when, who agreed, what they were told."""

    id = forms.UUIDField(widget=NewId)
    what = words(_("What happened"), _("Write what happened."), 500, help_text=_("What was seen and said; no names."))
    remedy = words(_("What you tried with them first"), _("Write what you tried first."))
    starts_on = DayField(label=_("From the day"))
    ends_on = DayField(required=False, label=_("To the day"))
    until = forms.CharField(
        required=False, max_length=120, label=_("Or until"), help_text=_("Until we talk about it, until it is paid.")
    )
    review_on = DayField(label=_("The team looks at it again"))
    alone_why = forms.CharField(
        required=False,
        max_length=200,
        label=_("Why fewer than two agreed"),
        help_text=_("Only the head may end a service so."),
    )
    told = words(_("How they were told"), _("Write how they were told."))
    appeal = words(
        _("How they may disagree"), _("Write how they may disagree."), help_text=_("With whom, how, until when.")
    )
    offered = words(_("What they are offered elsewhere"), _("Write where else they are helped."))

    field_order = (
        "id", "ground", "what", "remedy", "description", "starts_on", "ends_on", "until", "agreed", "alone_why",
        "told", "appeal", "offered", "review_on",
    )  # fmt: skip

    def __init__(self, *args: Any, catalogue: Catalogue, people: list[Any], is_described: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        grounds = [one for one in catalogue.items("refusal_ground") if one.extra.get("kind") == "behaviour"]
        self.fields["ground"] = CodeField("refusal_ground", catalogue, label=_("Ground"), widget=ChipRadio())
        self.fields["ground"].choices = [(one.code, one.name) for one in grounds]
        self.fields["ground"].error_messages["required"] = _("Choose the ground.")
        self.fields["agreed"] = forms.MultipleChoiceField(
            choices=[(str(one.pk), one.user.name) for one in people],
            required=False,
            label=_("Who of the team agreed"),
            widget=ChipCheckboxes(),
            error_messages={"invalid_choice": _("Somebody of them is not in the team any more. Choose again.")},
        )
        if is_described:
            self.fields["description"] = words(
                _("How the crew knows them"),
                _("Write how the crew knows them."),
                help_text=_("Only the crew of the event sees it. It is erased when the event ends."),
            )
        self.order_fields(self.field_order)

    @property
    def ending(self) -> Ending:
        said = dict(self.cleaned_data)
        for name in ("id", "description"):
            said.pop(name, None)
        return Ending(**said | {"agreed": tuple(self.people[one] for one in said["agreed"])})


class Review(forms.Form):
    """The team looked at it again, and it goes on."""

    id = forms.UUIDField(widget=NewId)
    said = words(_("What the team says"), _("Write what the team says."))
    ends_on = DayField(required=False, label=_("To the day"))
    review_on = DayField(label=_("The team looks at it again"))
