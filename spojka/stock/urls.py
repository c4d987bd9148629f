from django.urls import path

from .views import locations, moves, pages

app_name = "stock"
urlpatterns = [
    path("stock/", pages.stock, name="stock"),
    path("stock/differences/", pages.differences, name="differences"),
    path("stock/syringes/", pages.needles, name="syringes"),
    path("stock/items/<slug:code>/", pages.item, name="item"),
    path("stock/items/<slug:code>/set/", locations.level, name="level"),
    path("stock/deliver/", moves.deliver, name="deliver"),
    path("stock/issue/", moves.issue, name="issue"),
    path("stock/return/", moves.give_back, name="give_back"),
    path("stock/lose/", moves.lose, name="lose"),
    path("stock/movements/<uuid:id>/take-back/", moves.take_back, name="take_back"),
    path("stock/locations/new/", locations.add, name="add"),
    path("stock/locations/<uuid:id>/change/", locations.change, name="change"),
    path("stock/locations/<uuid:id>/close/", locations.close, name="close"),
    path("stock/locations/<uuid:id>/count/", locations.count, name="count"),
    path("stock/shifts/<uuid:id>/", locations.draw, name="draw"),
]
