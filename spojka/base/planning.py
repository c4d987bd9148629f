"""What PostgreSQL plans its answers by."""

from django.db import connection


def look_over() -> None:
    """Let PostgreSQL count what its tables hold now, after many rows came at once.

    Until it does so by itself, a minute or more later, it plans as if they were as small as before: ten readers of
    half a million new contacts waited four seconds for a page, and no more once it had.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
