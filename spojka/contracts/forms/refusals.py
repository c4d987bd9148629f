"""With whom no contract was concluded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId

from ..holding import ENDED_BEFORE
from .shared import words

AT_CONTACT = ("other_material", "self_service")  # offered instead of material, not of a contract
WORDS = ("who", "wanted", "why", "offered")


class Refuse(forms.Form):
    """An applicant was refused: only on the grounds that the law lists."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("When they came"))
    who = forms.CharField(
        required=False,
        max_length=120,
        label=_("Who came"),
        help_text=_("As they want to be called; no name is needed. It is sealed."),
    )
    wanted = forms.CharField(
        max_length=300,
        label=_("What they wanted"),
        error_messages={"required": _("Write what they wanted.")},
    )
    ended_on = DayField(
        required=False,
        label=_("When the earlier contract ended"),
        help_text=_("Only for that ground: it holds for six months."),
    )
    why = words(
        3,
        label=_("Why, in plain words"),
        help_text=_("It stands in the confirmation."),
        error_messages={"required": _("Write why.")},
    )
    offered = words(
        2,
        label=_("What exactly was offered"),
        help_text=_("Which service, where and when; a contact they got."),
        error_messages={"required": _("Write what was offered, or that they wanted nothing.")},
    )
    wants_paper = forms.BooleanField(required=False, label=_("They asked for a written confirmation"))

    def __init__(self, *args: Any, catalogue: Catalogue, is_residential: bool, of_client: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = CodeField(
            "contract_refusal",
            catalogue,
            label=_("Ground"),
            help_text=_("§ 91/3 of the act on social services; there is no other."),
            widget=ChipRadio(),
        )
        ground.error_messages["required"] = _("Choose the ground.")
        offered = catalogue.items("contract_refusal")
        ground.choices = [(o.code, o.name) for o in offered if is_residential or not o.extra.get("residential")]
        instead = CodeField("instead", catalogue, label=_("What you offered instead"), widget=ChipRadio())
        offers = catalogue.items("instead")
        instead.choices = [(one.code, one.name) for one in offers if one.code not in AT_CONTACT]
        instead.error_messages["required"] = _("Choose what you offered instead.")
        ground.keep(self.initial.get("ground"))
        instead.keep(self.initial.get("instead"))
        self.fields |= {"ground": ground, "instead": instead}
        if of_client:
            del self.fields["who"]
        self.order_fields(["id", "on", "who", "wanted", "ground", "ended_on", "why", "instead", "offered"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("ground") == ENDED_BEFORE and "ended_on" in said and not said["ended_on"]:
            self.add_error("ended_on", _("Write when the earlier contract ended."))
        return said

    @property
    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        texts = {name: said.pop(name, "") for name in WORDS}
        return said | {"words": texts}
