"""Rules that hold for every URL, present and future."""

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from spojka.base.ids import new_id

from . import make
from .entering import back, enter, key_of

OPEN = {  # for people who have not signed in (yet), and for machines; each asks nothing of anybody's rows
    **dict.fromkeys(
        [
            "enter",
            "leave",
            "record",
            "shares",
            "take_back",
            "take_back_one",
            "seen",
            "say",
            "receipt",
            "receipt_file",
            "ledger",
            "plan",
            "asks",
            "helpers",
            "said",
            "see",
        ],
        "is the client's own look, which asks for the letters of a paper instead (looks)",
    ),
    "health": "is asked by machines",
    "set_language": "keeps a cookie",
    "demo_enter": "answers 404 unless this is the demo",
    "account_login": "is the way in",
    "phone_manifest": "says how the application installs, the same to all",
    "phone_worker": "is a script, the same to all",
    "hub_join": "takes a laptop by a code that holds once; any other gets 404",
    "hub_deliver": "takes boxes from a laptop by its credential; any other gets 404",
    "phone_send": "tells a revoked phone to wipe itself; asks for signing in for all else",
    "invitation_accept": "is the way in for who got a letter",
    "referral_answer": "is for who has a link that holds; any other gets 410, whatever the reason",
    "account_logout": "is the way out",
    "account_inactive": "tells somebody who was let go",
    "account_reset_password": "is the other way in",
    "account_reset_password_done": "is the other way in",
    "account_reset_password_from_key": "is the other way in",
    "account_reset_password_from_key_done": "is the other way in",
    "mfa_authenticate": "is the second half of the way in",
    "mfa_reauthenticate": "is the second half of the way in",
    "passkey_options": "is the way in by a passkey: a question that tells nothing of anybody",
    "mfa_login_webauthn": "is the way in by a passkey",
    "service_worker": "is a script",
    "manifest": "names the application",
    "offline": "is shown without signal",
    "projection": "leads to the next one",
    "projection_stage": "shows shipped words alone, the same to all",
    "projection_table": "says the same in words",
    "privacy": "says how sharing works, the same to all",
    "receipt_check": "checks a signed text that its holder brings; of any other it knows nothing",
    "receipt_keys": "publishes the public keys of receipts",
    "meeting_answer": "is for who got an invitation by letter",
    "meeting_here": "is for who reads the code in the room",
    "meeting_minutes": "is for who was sent the minutes",
    "meeting_matter": "is for who was sent the minutes",
    "meeting_calendar": "is asked by calendar programs, by a secret address; any other gets 404",
    "public_house": "shows what a house has published to everybody",
    "public_warnings": "shows warnings that were made for everybody",
    "public_groups": "shows which groups of a house everybody may know of",
    "public_minutes_paper": "gives public minutes on paper",
    "public_group": "shows what a group published to everybody",
}


def patterns(resolver=None, prefix=""):
    for item in (resolver or get_resolver()).url_patterns:
        if isinstance(item, URLPattern):
            yield prefix + str(item.pattern), item
        else:
            yield from patterns(item, prefix + str(item.pattern))


EVERY = list(patterns())
HOUSES = sorted({path for path, _item in EVERY if path.startswith("<slug:organisation>/")})


def filled(path, house):
    known = {
        "organisation": house,
        "list": "act",
        "code": "x",
        "metric": "contacts",
        "blank": "closing",
        "what": "say",
    }
    while "<" in path:
        kind, _colon, name = path[path.index("<") + 1 : path.index(">")].rpartition(":")
        value = known.get(name) or {"uuid": str(new_id()), "int": "1"}.get(kind, "x")
        path = path[: path.index("<")] + value + path[path.index(">") + 1 :]
    return f"/{path}"


@pytest.fixture(scope="module")
def keys(for_the_file):
    """The keys of sessions: of somebody who works at Podchod and of a stranger."""
    podchod = make.service(organisation=make.organisation(slug="podchod"))
    return {"anna": key_of(make.member(podchod)), "stranger": key_of(make.member(make.service()))}


@pytest.mark.parametrize("path", HOUSES)
def test_strangers_see_and_change_nothing(path, keys, db):
    url, nobody, stranger = filled(path, "podchod"), enter(), back(keys["stranger"])

    assert (nobody.get(url).status_code, nobody.post(url).status_code) == (302, 302)
    assert (stranger.get(url).status_code, stranger.post(url).status_code) == (404, 404)


@pytest.mark.parametrize("path", HOUSES)
def test_a_house_that_is_not_there_looks_like_one_that_is_not_ours(path, keys, db):
    assert back(keys["stranger"]).get(filled(path, "nowhere")).status_code == 404


@pytest.mark.parametrize("path", [path for path in HOUSES if "<uuid:" in path and "/add/" not in path])
def test_a_row_that_is_not_there_is_not_found(path, keys, db):
    anna, url = back(keys["anna"]), filled(path, "podchod")

    assert anna.get(url).status_code in (404, 405)
    assert anna.post(url).status_code in (404, 405)


@pytest.mark.parametrize(
    "name", sorted({item.name for path, item in EVERY if not path.startswith("<slug:")} - set(OPEN))
)
def test_all_else_asks_for_signing_in(name, db, browse):
    path = next(path for path, item in EVERY if item.name == name)

    answer = browse().get(filled(path, "x"))

    assert answer.status_code == 302
    assert answer.url.startswith(("/account/login/", "/account/reauthenticate/"))


def test_every_house_stands_behind_its_own_slug():
    assert [path for path, item in EVERY if "organisation" in str(item.pattern) and path not in HOUSES] == []


def test_the_guards_of_every_request_stand_in_their_order():
    names = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]
    wanted = [
        "GuardMiddleware",
        "SecurityMiddleware",
        "LoginRequiredMiddleware",
        "ActorMiddleware",
        "ReadingMiddleware",
    ]
    assert [name for name in names if name in wanted] == wanted
