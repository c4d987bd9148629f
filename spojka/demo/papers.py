"""The mother of the family has a paper of her own, with which she reads the plan, who helps and what was said."""

from datetime import timedelta

from spojka.base.ids import new_id
from spojka.cases.models import Case, Tie
from spojka.looks import actions
from spojka.looks.demo_sheet import LETTERS

from .mass import Mass


def build(mass: Mass) -> None:
    """Give it to her, a fortnight ago."""
    family = next(one for one in Case.objects.order_by("pk") if one.called == "Rodina Janíkova")
    mother = Tie.objects.filter(party__case=family, party__is_child=False).select_related("client").get()
    with mass.then(mass.now - timedelta(days=14)) as at:
        by = mass.network.actors["marie"]
        actions.issue(by=by, id=new_id(), client=mother.client, secret=LETTERS, at=at)
