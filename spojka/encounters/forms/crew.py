from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.network.models import Membership

ABSENT = ""  # not in the crew
ANY = "-"  # in the crew, without a role


class Crew(forms.Form):
    """Who of the service is in the crew and what each does. A role that is not offered any more stays."""

    def __init__(
        self, *args: Any, members: Iterable[Membership], roles: Mapping[Any, str], catalogue: Catalogue, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk): member for member in members}
        for id, member in self.members.items():
            now = (roles[member.pk] or ANY) if member.pk in roles else ABSENT
            field = CodeField("crew_role", catalogue, required=False, label=str(member), initial=now)
            field.needed = True  # the first choice is an answer too
            known = [(ABSENT, _("not in the crew")), (ANY, _("in the crew, no role")), *catalogue.pairs("crew_role")]
            codes = [code for code, _name in known]
            was = catalogue.find("crew_role", now)
            field.choices = [*known, *([(was.code, was.name)] if was and was.code not in codes else [])]
            check = field.check
            field.check = lambda codes, check=check: check([code for code in codes if code != ANY])
            self.fields[id] = field

    @property
    def people(self) -> list[Any]:
        """The fields, one for each colleague."""
        return [self[id] for id in self.members]

    @property
    def roles(self) -> dict[Membership, str]:
        """Who is in the crew, with their roles."""
        said = self.cleaned_data
        return {self.members[id]: said[id].replace(ANY, "") for id in self.members if said[id] != ABSENT}
