from django.urls import path

from .views import entries, writing

app_name = "directory"
urlpatterns = [
    path("directory/", entries.listing, name="list"),
    path("directory/new/", writing.add, name="add"),
    path("directory/paper/", entries.paper, name="paper"),
    path("directory/export/", entries.export, name="export"),
    path("directory/capacity/", writing.board, name="board"),
    path("directory/<uuid:id>/", entries.entry, name="entry"),
    path("directory/<uuid:id>/change/", writing.change, name="change"),
    path("directory/<uuid:id>/check/", writing.check, name="check"),
    path("directory/<uuid:id>/publish/", writing.publish, name="publish"),
    path("directory/<uuid:id>/take-out/", writing.take_out, name="take_out"),
    path("directory/<uuid:id>/capacity/", writing.tell, name="tell"),
]
