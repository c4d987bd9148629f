"""Pages of a random world, and which of its records stand on them."""

from spojka.network.models import Membership

from .entering import enter

PAGES = {  # enough for the pages, and nothing that needs words of code lists
    "places.Place",
    "encounters.Shift",
    "encounters.Encounter",
}
TOLD = ("clients.Client", "encounters.Encounter", "consents.Consent")


def pages(made, now):
    """Return a browser for each member who may come in now."""
    for one in made.people.members:
        if made.actors[one] is not None:
            membership = Membership.objects.select_related("user", "organisation").get(pk=one.id)
            yield one, enter(type("Signed", (), {"user": membership.user})())


def got(browser, path, **said):
    """Return what stands on a page, nothing of one that is not there; without the rule some pages miss their parts."""
    answer = browser.post(path, said) if said else browser.get(path)
    torn = [] if browser.raise_request_exception else [500]
    assert answer.status_code in (200, 404, *torn), (path, answer.status_code)
    if answer.status_code != 200:
        return ""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode()


def lists(one):
    """Return the pages on which records of many clients stand."""
    house = f"/{one.house}/"
    return {"clients": f"{house}clients/", "encounters": f"{house}encounters/", "shared": f"{house}shared/"}


def seen_on(made, one, browser, now):
    """Return the ids of all records that stand on any page for one member; of single pages, those that are there."""
    texts = [got(browser, path) for path in lists(one).values()]
    texts += [got(browser, f"/{one.house}/clients/{client}/") for client in made.people.clients]
    texts += [got(browser, f"/{one.house}/search/", q=f"K{client[:8]}") for client in made.people.clients]
    whole = "\n".join(texts)
    found = {row.id for label in TOLD for row in made.records[label] if row.id in whole}
    for label, path in {"clients.Client": "clients", "consents.Consent": "consents"}.items():
        found |= {row.id for row in made.records[label] if got(browser, f"/{one.house}/{path}/{row.id}/")}
    return found
