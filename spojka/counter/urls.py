from django.urls import path

from .views import cards, counter, opening

app_name = "counter"
urlpatterns = [
    path("counter/", opening.home, name="home"),
    path("counter/open/", opening.open_counter, name="open"),
    path("counter/<uuid:id>/", counter.page, name="page"),
    path("counter/<uuid:id>/find/", counter.find, name="find"),
    path("counter/<uuid:id>/gone/", counter.gone, name="gone"),
    path("clients/<uuid:id>/counter/", cards.client, name="client"),
    path("clients/<uuid:id>/counter/card/", cards.issue, name="issue"),
    path("passes/<uuid:id>/card.pdf", cards.paper, name="paper"),
    path("passes/<uuid:id>/end/", cards.end, name="end"),
]
