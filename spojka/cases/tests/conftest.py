from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases import sharing
from spojka.cases.actions import entries, file, people
from spojka.cases.content import File, Said, Who
from spojka.cases.models import Party
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import give, jinde, override, rada
from spojka.looks import actions as looks
from spojka.looks import doors, secret, withholding
from tests import make

__all__ = ["give", "jinde", "override", "rada"]

FILE = {"name": "Rada", "of": "person", "way_in": "self", "way_words": "", "regime": "service", "setting": ""}


@pytest.fixture
def ema(teren):
    """Ema, key worker of Anna's service."""
    return make.member(teren, name="Ema Klíčová", role="key_worker")


@pytest.fixture
def petra(jinde):
    """Petra, key worker of the house that clients let know."""
    return make.member(make.service(organisation=jinde), name="Petra Jinde", role="key_worker")


@pytest.fixture
def case(ema, rada):
    """A case around Rada that Ema's service coordinates."""
    return opened(ema, rada, an_hour_ago())


def an_hour_ago():
    """PostgreSQL's fence asks for what is open as the transaction begins, and a test is one."""
    return timezone.now() - timedelta(hours=1)


def opened(by, client, at=None, **fields):
    at = at or timezone.now()
    said = File(**FILE | {"opened_on": timezone.localdate(at)} | fields)
    return file.open_case(by=by, id=new_id(), client=client, file=said, who=Who(role="client", name="Rada"), at=at)


@pytest.fixture
def party(case):
    return Party.objects.get(case=case)


@pytest.fixture
def let_in(ema, case, party, rada, give, jinde):
    """Let the other house in by a consent: let_in(kinds=…); return the participant and the consent."""

    def let(kinds=Kind.COURSE, by=ema, **said):
        at = an_hour_ago()
        consent = give(by, rada, Whom(institution="Jinde", house=jinde), kinds=kinds, at=at, **said)
        side = next(one for one in sharing.sides(case, at) if one.grantee == jinde.pk)
        about = {"case": case, "side": side, "parties": [party], "role": "ospod"}
        return people.open_to(by=by, id=new_id(), **about, at=at), consent

    return let


@pytest.fixture
def look(ema, rada, case, monkeypatch):
    """Rada looks with her paper: look("/my/plan/"); look(client=…) with the paper of somebody else."""
    monkeypatch.setattr(doors, "SLOW", 0)
    letters = {}

    def look_(path="/my/helpers/", client=rada, by=ema, **sent):
        if client.pk not in letters:
            letters[client.pk] = secret.new()
            said = {"id": new_id(), "client": client, "secret": letters[client.pk], "at": an_hour_ago()}
            looks.issue(by=by, **said)
        browser = Browser()
        browser.post("/my/", {"secret": letters[client.pk]})
        return browser.post(path, sent) if sent else browser.get(path)

    return look_


@pytest.fixture
def read(look):
    """The same as text; 200 is wanted."""

    def read_(path="/my/helpers/", **more):
        answer = look(path, **more)
        assert answer.status_code == 200
        return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")

    return read_


@pytest.fixture
def withhold(ema, rada, teren):
    """Withhold a part of the look: withhold("case")."""
    head = make.member(teren, role="service_head", name="Hedvika")

    def withhold_(part):
        now = timezone.now()
        said = {"ground": "life", "why": "x", "ends_on": timezone.localdate(now) + timedelta(days=9), "at": now}
        one = withholding.propose(by=ema, id=new_id(), client=rada, part=part, **said)
        return withholding.review(by=head, withholding=one, is_approved=True, words="x", at=now)

    return withhold_


@pytest.fixture
def write(case, party):
    """Write an entry: write(by, kind=…)."""

    def write_(by, kind=Kind.COURSE, about=None, text="Přišla včas.", id=None, at=None):
        now = at or timezone.now()
        said = Said(kind=kind, text=text, at=now - timedelta(minutes=1))
        service = make.the_service_of(by)
        return entries.write(by=by, id=id or new_id(), service=service, about=about or party, said=said, at=now)

    return write_
