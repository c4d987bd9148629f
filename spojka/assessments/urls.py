from django.urls import path

from .views import ecomap, parts

app_name = "assessments"
FORM = "clients/<uuid:id>/assessments/<slug:form>/"
urlpatterns = [
    path("clients/<uuid:id>/assessments/", parts.overview, name="overview"),
    path(f"{FORM}text/", parts.text, name="text"),
    path(f"{FORM}paper/", parts.paper, name="paper"),
    path(f"{FORM}blank/", parts.blank, name="blank"),
    path(f"{FORM}<slug:section>/", parts.section, name="section"),
    path(f"{FORM}<slug:section>/versions/", parts.versions, name="versions"),
    path("clients/<uuid:id>/ecomap/", ecomap.ecomap, name="ecomap"),
    path("clients/<uuid:id>/ecomap/paper/", ecomap.paper, name="ecomap_paper"),
    path("clients/<uuid:id>/ecomap/text/", ecomap.text, name="ecomap_text"),
    path("clients/<uuid:id>/ecomap/new/", ecomap.add, name="add_tie"),
    path("ecomap-ties/<uuid:id>/", ecomap.change, name="change_tie"),
    path("ecomap-ties/<uuid:id>/move/", ecomap.move, name="move_tie"),
    path("ecomap-ties/<uuid:id>/end/", ecomap.end, name="end_tie"),
]
