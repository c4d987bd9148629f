from django.db import models

from spojka.base.keeping import Kept


class Mark(models.Model):
    """What the columns of figures have to read anew: a service's day, or what a row of another kind touches.

    Written by the database itself (see marking.py), in the transaction of the change; only ever added. `number` grows,
    on PostgreSQL not in the order of commits: there `xact` tells which ones may still come.
    """

    number = models.BigAutoField(primary_key=True)
    service_id = models.UUIDField()
    day = models.DateField(null=True)
    kind = models.CharField(max_length=12, blank=True)  # of what `subject_id` is, when the day is not known
    subject_id = models.UUIDField(null=True)
    xact = models.BigIntegerField(default=0)
    token = models.CharField(max_length=16)  # by which another database, or one put back, is known
    at = models.DateTimeField()

    kept = Kept(years=1, since="the change")

    class Meta:
        indexes = [
            models.Index(fields=["service_id", "number"], name="mark_of_service"),
            models.Index(fields=["service_id", "xact"], name="mark_by_transaction"),  # else PostgreSQL reads them all
        ]
