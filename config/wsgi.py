import gc
import os
from importlib import import_module
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()


def _warm() -> None:
    """Load what counts and draws reports: else whoever asks a worker for its first one waits for it."""
    for name in ("pyarrow", "duckdb", "ibis", "ibis.backends.sql.compilers.duckdb"):
        import_module(name)
    import_module("spojka.ui.pictures").warm()
    gc.collect()
    gc.freeze()  # what is loaded stays: looking through all of it held up a page now and then by a tenth of a second


Thread(target=_warm, name="warm", daemon=True).start()
