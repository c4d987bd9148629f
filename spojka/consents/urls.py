from django.urls import path

from .views import consents, openings, scans

app_name = "consents"
urlpatterns = [
    path("shared/", consents.shared, name="shared"),
    path("clients/<uuid:id>/consents/", consents.of_client, name="of_client"),
    path("clients/<uuid:id>/consents/new/", consents.give, name="give"),
    path("clients/<uuid:id>/consents/blank/", consents.blank, name="blank"),
    path("consents/<uuid:id>/", consents.consent, name="consent"),
    path("consents/<uuid:id>/paper/", consents.paper, name="paper"),
    path("consents/<uuid:id>/withdraw/", consents.withdraw, name="withdraw"),
    path("consents/<uuid:id>/scans/new/", scans.add, name="add_scan"),
    path("consent-scans/<uuid:id>/", scans.scan, name="scan"),
    path("consent-scans/<uuid:id>/remove/", scans.remove, name="remove_scan"),
    path("clients/<uuid:id>/openings/new/", openings.record, name="open"),
    path("openings/<uuid:id>/", openings.opening, name="opening"),
    path("openings/<uuid:id>/approve/", openings.approve, name="approve"),
    path("openings/<uuid:id>/end/", openings.end, name="end_opening"),
    path("openings/<uuid:id>/tell/", openings.tell, name="tell"),
    path("consent-recipients/<uuid:id>/end/", consents.end_one, name="end_one"),
]
