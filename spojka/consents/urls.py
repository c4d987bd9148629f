from django.urls import path

from .views import consents

app_name = "consents"
urlpatterns = [
    path("shared/", consents.shared, name="shared"),
    path("clients/<uuid:id>/consents/", consents.of_client, name="of_client"),
    path("clients/<uuid:id>/consents/new/", consents.give, name="give"),
    path("clients/<uuid:id>/consents/blank/", consents.blank, name="blank"),
    path("consents/<uuid:id>/", consents.consent, name="consent"),
    path("consents/<uuid:id>/paper/", consents.paper, name="paper"),
    path("consents/<uuid:id>/withdraw/", consents.withdraw, name="withdraw"),
    path("consent-recipients/<uuid:id>/end/", consents.end_one, name="end_one"),
]
