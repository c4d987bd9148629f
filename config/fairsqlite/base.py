"""SQLite with a fair queue of writers.

SQLite's own busy handler sleeps instead of queueing: with two writers the slowest waits ten times longer.
The outermost atomic() therefore takes a lock first: within the process a Lock, between processes flock on a
file beside the database. Writing outside atomic() would pass the queue by; actions and commands never do.
"""

import fcntl
import os
import threading

from django.db.backends.sqlite3 import base

from spojka.base.sorting import CZECH, compare

THREADS = threading.Lock()
PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # a field record can't be made again: the last commit must survive a power cut
    "PRAGMA cache_size=-20000;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA journal_size_limit=67108864;"
)


class DatabaseWrapper(base.DatabaseWrapper):
    _holds = False
    _file: int | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        options = self.settings_dict["OPTIONS"]
        options.setdefault("init_command", PRAGMAS)
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault("timeout", 10)

    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        connection.create_collation(CZECH, compare)
        return connection

    def _queue_file(self) -> int | None:
        name = str(self.settings_dict["NAME"])
        if self._file is None and not self.is_in_memory_db():
            self._file = os.open(f"{name}.queue", os.O_RDWR | os.O_CREAT, 0o600)
        return self._file

    def _enter_queue(self) -> None:
        if self._holds:
            return
        THREADS.acquire()
        try:
            if (file := self._queue_file()) is not None:
                fcntl.flock(file, fcntl.LOCK_EX)
        except BaseException:
            THREADS.release()
            raise
        self._holds = True

    def _leave_queue(self) -> None:
        if not self._holds:
            return
        self._holds = False
        try:
            if self._file is not None:
                fcntl.flock(self._file, fcntl.LOCK_UN)
        finally:
            THREADS.release()

    def _start_transaction_under_autocommit(self):
        self._enter_queue()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave_queue()
            raise

    def _commit(self):
        try:
            return super()._commit()
        finally:
            self._leave_queue()

    def _rollback(self):
        try:
            return super()._rollback()
        finally:
            self._leave_queue()

    def _close(self):
        try:
            return super()._close()
        finally:
            self._leave_queue()
            if self._file is not None:
                os.close(self._file)
                self._file = None
