from django.urls import path

from .views import book, free, waiting

app_name = "appointments"
urlpatterns = [
    path("appointments/", book.book, name="book"),
    path("appointments/new/", book.new, name="new"),
    path("appointments/<uuid:id>/", book.appointment, name="appointment"),
    path("appointments/<uuid:id>/fill/", book.fill, name="fill"),
    path("appointments/<uuid:id>/mark/", book.mark, name="mark"),
    path("appointments/<uuid:id>/move/", book.move, name="move"),
    path("appointments/<uuid:id>/cancel/", book.cancel, name="cancel"),
    path("appointments/<uuid:id>/restore/", book.restore, name="restore"),
    path("appointments/<uuid:id>/card/", book.card, name="card"),
    path("free-times/", free.free, name="free"),
    path("free-times/offer/", free.offer, name="offer"),
    path("free-times/<uuid:id>/take/", free.take, name="take"),
    path("free-times/<uuid:id>/withdraw/", free.withdraw, name="withdraw"),
    path("bookings/", free.bookings, name="bookings"),
    path("bookings/<uuid:id>/", free.booking, name="booking"),
    path("bookings/<uuid:id>/cancel/", free.cancel, name="cancel_booking"),
    path("bookings/<uuid:id>/card/", free.card, name="booking_card"),
    path("waiting/", waiting.listing, name="waiting"),
    path("waiting/new/", waiting.add, name="wait"),
    path("waiting/<uuid:id>/", waiting.one, name="waiting_one"),
    path("waiting/<uuid:id>/offer/", waiting.offer, name="offer_place"),
    path("waiting/<uuid:id>/end/", waiting.end, name="end_waiting"),
    path("waiting-offers/<uuid:id>/answer/", waiting.answer, name="answer"),
    path("homes/", waiting.homes, name="homes"),
    path("homes/new/", waiting.add_home, name="add_home"),
    path("homes/<uuid:id>/stay/", waiting.begin_stay, name="begin_stay"),
    path("homes/<uuid:id>/close/", waiting.close_home, name="close_home"),
    path("stays/<uuid:id>/end/", waiting.end_stay, name="end_stay"),
]
