"""What is written down of a client: a section at a time, each save a version of its own."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client

from ..content import Filled, clean
from ..models import AssessmentPart, newest


class Meanwhile(Refusal):
    """Somebody saved this section meanwhile: what stands there now has to be read first."""

    def __init__(self, parts: Sequence[AssessmentPart]):
        super().__init__(_("Somebody has saved this section meanwhile. Both texts stand here: save them as one."))
        self.parts = parts


@action(Permission.ASSESSMENT_WRITE, on="client")
def write(*, by: Actor, id: UUID, client: Client, filled: Filled) -> AssessmentPart:
    """Add a version of a section; where nothing changed, return the one that stands."""
    section, answers = filled.section, clean(filled.answers)
    client = standing(client)  # held, so that two who save at once come one after the other
    theirs = AssessmentPart.objects.filter(client=client, form=section.form, section=section.code)
    heads = newest(theirs.order_by("recorded_at", "pk"))
    if known := AssessmentPart.objects.filter(pk=id, client=client).first():
        if known.said == answers:
            raise Repeated(known)
        raise Meanwhile(heads)  # sent twice, the second time with other words
    if len(heads) == 1 and heads[0].said == answers:  # also when another one wrote the very same meanwhile
        return heads[0]
    if {one.pk for one in heads} != set(filled.after):
        raise Meanwhile(heads)
    if not heads and not answers:
        raise Refusal(_("Nothing is filled in yet."))
    said = {"form": section.form, "section": section.code, "kind": int(section.kind), "recorded_by": by.id}
    said |= {"version": max((one.version for one in heads), default=0) + 1, "after": [str(one.pk) for one in heads]}
    sealed = seal(json.dumps(answers, ensure_ascii=False, sort_keys=True))
    return AssessmentPart(**client.ownership, **said, id=id, client=client, answers=sealed).add()
