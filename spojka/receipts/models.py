from django.db import models

from spojka.base.keeping import FOREVER
from spojka.base.models import Record


class ReceiptKey(Record):
    """The public half of a key that signed receipts before. It counts while a key of ours vouches for it."""

    public = models.CharField(max_length=44, unique=True)
    voucher = models.CharField(max_length=88)  # the signature of a newer key over it

    kept = FOREVER
