from django.urls import path

from .views import house, withholding

app_name = "looks"
urlpatterns = [
    path("clients/<uuid:id>/access-sheet/", house.sheets, name="sheets"),
    path("clients/<uuid:id>/access-sheet/new/", house.issue, name="issue"),
    path("clients/<uuid:id>/ledger/", house.ledger, name="ledger"),
    path("access-sheets/<uuid:id>/end/", house.end, name="end"),
    path("clients/<uuid:id>/withholdings/", withholding.of_client, name="withholdings"),
    path("withholdings/<uuid:id>/", withholding.one, name="withholding"),
    path("withholdings/<uuid:id>/end/", withholding.end, name="show_again"),
    path("remarks/", house.remarks, name="remarks"),
    path("remarks/<uuid:id>/", house.remark, name="remark"),
]
