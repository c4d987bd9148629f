from django.urls import path

from .views import rapid

app_name = "care"
urlpatterns = [
    path("rapid-tests/", rapid.listing, name="tests"),
    path("shifts/<uuid:id>/rapid-tests/", rapid.of_shift, name="tests_of_shift"),
    path("shifts/<uuid:id>/rapid-tests/new/", rapid.start, name="start_test"),
    path("rapid-tests/<uuid:id>/", rapid.test, name="test"),
    path("rapid-tests/<uuid:id>/steps/", rapid.note, name="note_test"),
    path("rapid-tests/<uuid:id>/void/", rapid.void, name="void_test"),
    path("rapid-tests/<uuid:id>/slip/", rapid.slip, name="slip"),
    path("rapid-test-steps/<uuid:id>/take-back/", rapid.take_back, name="take_back"),
]
