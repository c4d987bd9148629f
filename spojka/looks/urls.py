from django.urls import path

from .views import house

app_name = "looks"
urlpatterns = [
    path("clients/<uuid:id>/access-sheet/", house.sheets, name="sheets"),
    path("clients/<uuid:id>/access-sheet/new/", house.issue, name="issue"),
    path("clients/<uuid:id>/ledger/", house.ledger, name="ledger"),
    path("access-sheets/<uuid:id>/end/", house.end, name="end"),
    path("remarks/", house.remarks, name="remarks"),
    path("remarks/<uuid:id>/", house.remark, name="remark"),
]
