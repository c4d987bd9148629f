import gc

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from spojka.codelists import load
from spojka.codelists.models import Entry
from tests import make
from tests.entering import enter
from tools import messages

gc.disable()  # until all is read, which is no garbage
messages.compile_all()
pytest_plugins = ["room", "guards", "flushing", "browser", "looks", "server", "offline", "hub", "slowest"]
pytest_plugins = [f"tests.{name}" for name in pytest_plugins]


DATABASE = {"db", "transactional_db", "django_db_setup", "server", "home"}


def pytest_collection_modifyitems(items):
    """Mark what one run is enough for; what is skipped somewhere (on one database, say) is not among it."""
    for item in items:
        asks = not DATABASE.isdisjoint(item.fixturenames) or item.get_closest_marker("django_db")
        if not asks and not item.get_closest_marker("skipif"):
            item.add_marker("no_database")


def pytest_collection_finish():
    """Let the collector of garbage look no more through the code and the tests: that took each fifteenth second."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def data_apart(tmp_path_factory):
    """What tests write beside the database lies in a folder of its own."""
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("data")):
        yield


@pytest.fixture
def podchod(db):
    return make.organisation(slug="podchod", name="Podchod")


@pytest.fixture
def teren(podchod):
    return make.service(organisation=podchod, name="Noční život")


@pytest.fixture
def kontakt(podchod):
    return make.service(organisation=podchod, name="Kontaktní centrum", kind="3856")


@pytest.fixture
def anna(teren):
    """Anna, field worker of Podchod's nightlife team."""
    return make.member(teren, name="Anna Poledne")


@pytest.fixture
def bara(kontakt):
    """Bára, field worker of another service of the same house. Anna's rows are not hers."""
    return make.member(kontakt, name="Bára Ranní")


@pytest.fixture
def hana(teren):
    """Hana, head of Anna's service."""
    return make.member(teren, name="Hana Večerní", role="service_head")


@pytest.fixture
def gita(kontakt):
    """Gita, who manages Podchod and works in the centre. She runs Anna's service too, and reads none of its rows."""
    return make.member(kontakt, name="Gita Jízdní", role="organisation_manager")


@pytest.fixture
def cyril(db):
    """Cyril, field worker elsewhere. He must see nothing of Podchod."""
    return make.member(make.service(organisation=make.organisation(slug="jinde")), name="Cyril Cizí")


@pytest.fixture
def browse():
    """Return a browser, signed in as an actor or as nobody; it follows URLs, not clicks."""

    return enter


@pytest.fixture(autouse=True, scope="session")
def _quick():
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
    ):
        yield


@pytest.fixture(autouse=True)
def _fresh_cache(_quick):
    cache.clear()


@pytest.fixture(scope="module")
def for_the_file(django_db_setup, django_db_blocker):
    """What a fixture of a whole file writes is there for each of its tests, and gone after the last one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Every test finds the shipped code lists: loading them for each costs a third of the whole run."""
    with django_db_blocker.unblock():
        load.load()


@pytest.fixture
def lists(db):
    """The shipped code lists; a test with real transactions before this one has emptied all tables."""
    if not Entry.objects.exists():
        load.load()
