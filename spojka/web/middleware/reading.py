from contextlib import ExitStack

from django.db import connection, transaction

from spojka.audit import log

READING = ("SELECT", "WITH", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "SET TRANSACTION READ ONLY")


class GetMustNotWrite(RuntimeError):
    """A view changed something on GET. A link, a prefetch or a crawler must never do that."""


def only_reading(execute, sql, params, many, context):
    if not sql.lstrip("(").upper().startswith(READING):  # PostgreSQL gets each query of a union in brackets
        raise GetMustNotWrite(sql[:60])
    return execute(sql, params, many, context)


class ReadingMiddleware:
    """GET reads. What it showed is audited in a short transaction of its own, before the answer is sent."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with log.page(lambda: request.resolver_match.view_name if request.resolver_match else "none"):
            if request.method not in ("GET", "HEAD"):
                return self.get_response(request)
            with ExitStack() as stack:
                if connection.vendor == "postgresql":  # one consistent view for all queries of a page
                    stack.enter_context(transaction.atomic())
                    with connection.cursor() as cursor:
                        cursor.execute("SET TRANSACTION READ ONLY")
                stack.enter_context(connection.execute_wrapper(only_reading))
                return self.get_response(request)
