"""Pages that hold nothing of anybody: the projection, the same for all."""

from django.urls import path

from . import projection

urlpatterns = [
    path("projection/", projection.lead, name="projection"),
    path("projection/<slug:language>/", projection.stage, name="projection_stage"),
    path("projection/<slug:language>/table/", projection.table, name="projection_table"),
]
