import pytest

from tests import groups, make


@pytest.fixture
def police(lists):
    """The police district that leads a cell, and its officer."""
    return make.service(organisation=make.organisation(slug="policie", name="Policie Lipovec"), name="Hlídková služba")


@pytest.fixture
def josef(police):
    return make.member(police, name="Josef Obchůzka", role="partner_professional")


@pytest.fixture
def street(db):
    """The outreach service of another house."""
    house = make.organisation(slug="zastavka", name="Zastávka", hears_warnings=True)
    return make.service(organisation=house, name="Terén")


@pytest.fixture
def radek(street):
    return make.member(street, name="Radek Soumrak", role="field_worker")


@pytest.fixture
def stranger(db):
    service = make.service(organisation=make.organisation(slug="jinde", name="Jinde"), name="Jinde")
    return make.member(service, name="Cyril Cizí", role="service_head")


@pytest.fixture
def cell(josef, police):
    return groups.founded(josef, police)
