"""The audit in words: appointments, free first appointments, the waiting list, stays."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

APPOINTMENT_VERBS: dict[str, str | Promise] = {
    P.APPOINTMENT_VIEW: _("read the appointment book"),
    P.APPOINTMENT_BOOK: _("booked an appointment"),
    P.APPOINTMENT_FILL: _("wrote down who an appointment is with"),
    P.APPOINTMENT_MARK: _("wrote down how an appointment went"),
    P.APPOINTMENT_MOVE: _("moved an appointment"),
    P.APPOINTMENT_CANCEL: _("cancelled an appointment"),
    P.APPOINTMENT_RESTORE: _("took a cancellation of an appointment back"),
    P.APPOINTMENT_REMIND: _("reminded of an appointment by letter"),
    P.FREE_TIME_VIEW: _("read free first appointments"),
    P.FREE_TIME_OFFER: _("offered a free first appointment"),
    P.FREE_TIME_WITHDRAW: _("withdrew a free first appointment"),
    P.FREE_TIME_TAKE: _("booked a free first appointment"),
    P.BOOKING_VIEW: _("read who booked a first appointment"),
    P.BOOKING_CANCEL: _("cancelled a booked first appointment"),
    P.WAITING_VIEW: _("read the waiting list"),
    P.WAITING_ADD: _("wrote somebody down on the waiting list"),
    P.WAITING_OFFER: _("offered a place to somebody on the waiting list"),
    P.WAITING_ANSWER: _("wrote down the answer to an offered place"),
    P.WAITING_END: _("took somebody off the waiting list"),
    P.STAY_VIEW: _("read who stays where"),
    P.STAY_BEGIN: _("wrote down a stay"),
    P.STAY_END: _("wrote down the end of a stay"),
    P.HOME_ADD: _("added a place in housing"),
    P.HOME_CLOSE: _("closed a place in housing"),
}
