from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.encounters.forms.opened import FromPhone


class Start(FromPhone):
    """One tap: somebody is in a bad state."""


class Note(FromPhone):
    """One line of a card. The button that is pressed says what; the text is added to it."""

    card = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-ask": ""}))  # a draft must not lead to another card
    text = forms.CharField(
        required=False,
        max_length=300,
        label=_("In words: figures, what and when, to whom"),
        help_text=_("It is added to the button that you press next."),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue = catalogue
        self.fields["code"] = CodeField("card_entry", catalogue, label=_("What"))
        self.fields["code"].error_messages["required"] = _("Press the button that says what you saw or did.")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("code") == "note" and not said.get("text"):
            self.add_error("text", _("Write what is to be noted."))
        return said

    @property
    def arguments(self) -> dict[str, Any]:
        said = super().arguments
        return said | {"item": self.catalogue.find("card_entry", said.pop("code"))}
