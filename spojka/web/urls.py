from django.urls import include, path
from django.views.i18n import set_language

from . import delivery, entry, envelope, office, prose, public, today

handler400 = "spojka.web.errors.bad_request"
handler403 = "spojka.web.errors.not_found"  # who may not gets what a stranger gets
handler404 = "spojka.web.errors.not_found"
handler500 = "spojka.web.errors.failed"

urlpatterns = [
    path("", entry.home, name="home"),
    path("healthz", entry.health, name="health"),
    path("language/", entry.open_to_all(set_language), name="set_language"),
    path("", include("spojka.phones.phone_urls")),
    path("phone/send/", envelope.send, name="phone_send"),
    path("", include("spojka.themes.open_urls")),
    path("", include("spojka.receipts.open_urls")),
    path("privacy/", prose.privacy, name="privacy"),
    path("my/", include("spojka.looks.own_urls")),
    path("public/<slug:house>/", public.house, name="public_house"),
    path("public/<slug:house>/warnings/", public.warnings, name="public_warnings"),
    path("hub/join/", delivery.join, name="hub_join"),
    path("hub/deliver/", delivery.deliver, name="hub_deliver"),
    path("", include("spojka.hubs.phone_urls")),
    path("account/", include("spojka.members.account_urls")),
    path("<slug:organisation>/", today.today, name="today"),
    path("<slug:organisation>/office/", office.office, name="office"),
    path("<slug:organisation>/", include("spojka.search.urls")),
    path("<slug:organisation>/", include("spojka.members.urls")),
    path("<slug:organisation>/", include("spojka.codelists.urls")),
    path("<slug:organisation>/", include("spojka.places.urls")),
    path("<slug:organisation>/", include("spojka.events.urls")),
    path("<slug:organisation>/", include("spojka.clients.urls")),
    path("<slug:organisation>/", include("spojka.identities.urls")),
    path("<slug:organisation>/", include("spojka.work.urls")),
    path("<slug:organisation>/", include("spojka.consents.urls")),
    path("<slug:organisation>/", include("spojka.receipts.urls")),
    path("<slug:organisation>/", include("spojka.inquiries.urls")),
    path("<slug:organisation>/", include("spojka.walls.urls")),
    path("<slug:organisation>/", include("spojka.looks.urls")),
    path("<slug:organisation>/", include("spojka.disclosures.urls")),
    path("<slug:organisation>/", include("spojka.encounters.urls")),
    path("<slug:organisation>/", include("spojka.counter.urls")),
    path("<slug:organisation>/", include("spojka.emergencies.urls")),
    path("<slug:organisation>/", include("spojka.naloxone.urls")),
    path("<slug:organisation>/", include("spojka.care.urls")),
    path("<slug:organisation>/", include("spojka.tablets.urls")),
    path("<slug:organisation>/", include("spojka.signals.urls")),
    path("<slug:organisation>/", include("spojka.shifts.urls")),
    path("<slug:organisation>/", include("spojka.themes.urls")),
    path("<slug:organisation>/", include("spojka.phones.urls")),
    path("<slug:organisation>/", include("spojka.hubs.urls")),
    path("<slug:organisation>/", include("spojka.sheets.urls")),
    path("<slug:organisation>/", include("spojka.projects.urls")),
    path("<slug:organisation>/", include("spojka.stock.urls")),
    path("<slug:organisation>/", include("spojka.quality.urls")),
    path("<slug:organisation>/", include("spojka.reports.urls")),
]
