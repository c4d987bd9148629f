"""The rule broken on purpose, one way at a time. Each must be caught, or the proof proves nothing.

A breakage is a text of the code that is replaced by another within one function, for as long as a block runs.
"""

import inspect
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from spojka.access import bars, owned, whereabouts
from spojka.access.actor import Actor
from spojka.access.models import BarQuerySet, GrantQuerySet
from spojka.access.opened import Opened
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.clients.actions import agreements, joining
from spojka.consents import ending
from spojka.consents.actions import consents
from spojka.network.models import MembershipQuerySet
from spojka.reports.models import SavedReportQuerySet
from spojka.walls import hiding, standing


@dataclass(frozen=True)
class Breakage:
    name: str
    home: Any  # the module or the class that has the function
    function: str
    was: str
    becomes: str

    def __str__(self) -> str:
        return self.name

    @property
    def is_of_deeds(self) -> bool:
        """Test whether it breaks what is written down, not how it is read."""
        return self.home in (agreements, consents, ending, hiding, joining, standing)

    @contextmanager
    def happening(self) -> Iterator[None]:
        whole = inspect.getattr_static(self.home, self.function)
        source = textwrap.dedent(inspect.getsource(getattr(whole, "__wrapped__", getattr(whole, "__func__", whole))))
        assert self.was in source, f"{self.name}: the code reads otherwise now, so this breaks nothing"
        there: dict[str, Any] = {}
        room = vars(sys.modules[self.home.__module__] if inspect.isclass(self.home) else self.home)
        room = room | {"action": lambda *_named, **_on: lambda deed: deed}  # it is known by its name already
        exec(compile(source.replace(self.was, self.becomes), self.name, "exec"), room, there)
        setattr(self.home, self.function, there[self.function])
        try:
            yield
        finally:
            setattr(self.home, self.function, whole)


ENDING = " AND (opened.ends_at IS NULL OR opened.ends_at > %s)"
THEIRS = '(f"(opened.basis IN ({_marks(OF_ALL)}) OR opened.holder_id = {service})", [*OF_ALL]),'
BREAKAGES = [
    Breakage("the kind is not asked for", GrantQuerySet, "opening", "open__gt=0, ", ""),
    Breakage("the level is not asked for", GrantQuerySet, "opening", "level__gte=permission.level, ", ""),
    Breakage("whom it was opened to is not asked for", GrantQuerySet, "opening", ", grantee_id__in=actor.names", ""),
    Breakage("what has ended stays open", GrantQuerySet, "current", "Q(ends_at=None) | Q(ends_at__gt=at), ", ""),
    Breakage("it holds in the moment of its end", GrantQuerySet, "current", "ends_at__gt", "ends_at__gte"),
    Breakage("what has not begun is open", GrantQuerySet, "current", ", starts_at__lte=at", ""),
    Breakage("it is closed in the moment it begins", GrantQuerySet, "current", "starts_at__lte", "starts_at__lt"),
    Breakage("a ground asks for no kind", Opened, "as_sql", '("(opened.kinds & %s) > 0", [tells]),', ""),
    Breakage("a ground asks for no level", Opened, "as_sql", '("opened.level >= %s", [level]),', ""),
    Breakage("a ground is anybody's", Opened, "as_sql", '(f"opened.grantee_id IN ({_marks(ids)})", ids),', ""),
    Breakage("a ground never ends", Opened, "as_sql", f'{ENDING}", [at, at]', '", [at]'),
    Breakage("a ground holds in the moment of its end", Opened, "as_sql", "ends_at > %s", "ends_at >= %s"),
    Breakage("a ground holds before it begins", Opened, "as_sql", "starts_at <= %s", "starts_at <> %s"),
    Breakage("a ground is closed in the moment it begins", Opened, "as_sql", "starts_at <= %s", "starts_at < %s"),
    Breakage("a ground opens every part", Opened, "as_sql", " for kind in told)", " for kind in ())"),
    Breakage("the holder is not asked for", Opened, "as_sql", THEIRS, ""),
    Breakage("the holder is not asked for in lists", owned, "granted_rows", "Q(service=holder_id)", "Q()"),
    Breakage("any basis opens all services' rows", Opened, "as_sql", "(opened.basis IN", "(1 = 1 OR opened.basis IN"),
    Breakage("a duty opens all services' rows", owned, "granted_rows", "basis in OF_ALL", 'basis != "consent"'),
    Breakage("taking part opens nothing", Opened, "as_sql", THEIRS, '(f"opened.holder_id = {service}", []),'),
    Breakage("the look into a case opens its holder's rows", Opened, "as_sql", "OF_ALL", "OF_ALL[:1]"),
    Breakage("lists of that look do", owned, "granted_rows", "OF_ALL", "OF_ALL[:1]"),
    Breakage("the look into a case of who hides is empty", Opened, "as_sql", "OWN", "OWN[:1]"),
    Breakage("lists of that look are", owned, "granted_rows", "basis in OWN,", "basis in OWN[:1],"),
    Breakage(
        "a ground opens what never leaves",
        owned,
        "grounds",
        "Q(Opened(model, actor, permission)) & open_here",
        "Q(Opened(model, actor, permission))",
    ),
    Breakage("lists give what never leaves", owned, "granted_rows", " & of_holder & open_here",
             " & of_holder"),
    Breakage("the role is not asked", owned, "grounds", "permission not in actor.permissions", "False"),
    Breakage(
        "the house is open to all of it", owned, "grounds", " and Permission.HOUSE_READ in actor.permissions", ""
    ),
    Breakage("who reads the house writes in it", owned, "grounds", "permission.level == Level.READ and ", ""),
    Breakage(
        "the house opens what never leaves",
        owned,
        "grounds",
        "Q(organisation=actor.organisation) & open_here",
        "Q(organisation=actor.organisation)",
    ),
    Breakage("teams are ignored", owned, "own_rows", "own if actor.teams is None else ", "own if True else "),
    Breakage("teams are ignored on one row", Owned, "is_own_of", "actor.teams is None", "True"),
    Breakage("what is of no team is nobody's", owned, "own_rows", "Q(team=None) | ", ""),
    Breakage(
        "one row is reached without the role", OwnedQuerySet, "nearest", "permission not in actor.permissions", "False"
    ),
    Breakage("services of other houses count", Actor, "member", ".filter(organisation=house)", ".all()"),
    Breakage("a service that closed is named still", Actor, "member", "if ends_on is None or ends_on >= today", ""),
    Breakage("a service is named no more on its last day", Actor, "member", "ends_on >= today", "ends_on > today"),
    Breakage("a team does not narrow", Actor, "member", "teams=teams or None", "teams=None"),
    Breakage("a tablet is reached by grounds", Actor, "at_tablet", "names=frozenset()", "names=worker.names"),
    Breakage(
        "a tablet works in all one's services", Actor, "at_tablet", "worker.services & {service.pk}", "worker.services"
    ),
    Breakage("a tablet takes all verbs", Actor, "at_tablet", " & AT_TABLET", ""),
    Breakage(
        "a volunteer is reached by grounds",
        Actor,
        "_for_service",
        "organisation=service.organisation",
        "organisation=service.organisation, names=frozenset({service.pk, service.organisation_id})",
    ),
    Breakage("no wall closes one's own rows", owned, "own_rows", " & unbarred(model, actor.barred)", ""),
    Breakage("a ground leads around a wall", owned, "grounds", " & unbarred(model, actor.barred)", ""),
    Breakage("lists lead around a wall", owned, "granted_rows", " & unbarred(model, actor.barred)", ""),
    Breakage("one row leads around a wall", Actor, "can", "is_unbarred(row, self.barred)", "True"),
    Breakage("a member is kept apart from nobody", Actor, "member", "services | {membership.pk})", "services)"),
    Breakage("a service is kept apart from nobody", Actor, "member", "barred_from(services | ", "barred_from("),
    Breakage("a timer leads around a wall", Actor, "_for_service", "barred_from([service.pk])", "frozenset()"),
    Breakage("a wall that is over closes", BarQuerySet, "current", "Q(ends_at=None) | Q(ends_at__gt=at), ", ""),
    Breakage("a wall closes in the moment of its end", BarQuerySet, "current", "ends_at__gt", "ends_at__gte"),
    Breakage("one column alone is closed", bars, "paths", "in leads(model):", "in leads(model)[:1]:"),
    Breakage("what is a part slips through a wall", bars, "paths", "for rest in paths(whole)]", "for rest in ()]"),
    Breakage("a merged client slips through a wall", standing, "lead", 'standing.order_by("pk")', "[]"),
    Breakage("cases of who is walled off stay open", standing, "stand", "walled_with(wall.client_id)",
             "[wall.client_id]"),
    Breakage("the house reads where somebody hides", owned, "grounds", " & open_here & told", " & open_here"),
    Breakage("a ground tells where somebody hides", owned, "grounds", "open_here & to_all", "open_here"),
    Breakage("lists tell where somebody hides", owned, "granted_rows", "Q() if is_own_look else told", "Q()"),
    Breakage("lists of the house tell it", owned.OwnedQuerySet, "_opened", "of_house & (told | own)", "of_house"),
    Breakage("of those who hide one's own are lost", owned.OwnedQuerySet, "_opened", "(told | own)", "told"),
    Breakage("lists in parts lose what grants open", owned.OwnedQuerySet, "apart", "granted is not None", "False"),
    Breakage("lists in parts pass rules of a model by", owned.OwnedQuerySet, "apart",
             "type(self).listed is not OwnedQuerySet.listed", "False"),
    Breakage("the own look of who hides is empty", owned, "grounds", "open_here & to_all", "open_here & told"),
    Breakage("lists of the own look are empty", owned, "granted_rows", "Q() if is_own_look else told", "told"),
    Breakage("what is a part tells where", whereabouts, "_leads_to_place", "or _leads_to_place(one) ", ""),
    Breakage("who was merged with one who hides is found", hiding, "lead", 'standing.order_by("pk")', "[]"),
    Breakage("who has left comes in", MembershipQuerySet, "standing", ", ended_at=None", ""),
    Breakage("who was locked out comes in", MembershipQuerySet, "valid", ", user__is_active=True", ""),
    Breakage("who has not begun comes in", MembershipQuerySet, "valid", "valid_from__lte=on, ", ""),
    Breakage(
        "reports of others are seen", SavedReportQuerySet, "_open_to", "Q(is_shared=True) | Q(made_by=actor.id), ", ""
    ),
    Breakage("what was opposed opens", consents, "_name", " and not consent.is_opposed", ""),
    Breakage("a recipient gets all kinds", consents, "_open", "kinds=row.kinds", "kinds=consent.kinds"),
    Breakage("a consent has no end", consents, "_open", "ends_at=consent.ends_at", "ends_at=None"),
    Breakage("a consent opens for writing", consents, "_open", "basis=Basis.CONSENT", "basis=Basis.CONSENT, level=2"),
    Breakage(
        "the house is opened, not the one named", consents, "_open", "grantee_id=to.pk", "grantee_id=row.house_id"
    ),
    Breakage("from whom it was taken back stays in", ending, "end", ".end(ending.at)", ".exists()"),
    Breakage("taken back, it stays open", ending, "end_all", "end(row, ending)", "pass"),
    Breakage("it outlives its statement", agreements, "withdraw", "falls(agreement, by)", "pass"),
    Breakage(
        "a ground goes along with a merged client",
        joining,
        "merge",
        "merging.move(joining)",
        "merging.move(joining); merging.Grant.objects.filter(subject_id=other.pk).update(subject_id=client.pk)",
    ),
]  # fmt: skip
