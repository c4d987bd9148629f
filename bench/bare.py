"""The bare limit: the very rows of one recorded contact, committed durably again and again without Spojka."""

import threading
import time
from uuid import UUID

from spojka.base.ids import new_id

TABLES = {  # table: the column that leads from it to the contact. Whatever the sending wrote is repeated
    "encounters_encounter": "id",
    "encounters_act": "encounter_id",
    "encounters_handout": "encounter_id",
    "encounters_topic": "encounter_id",
    "audit_entry": "subject_id",
}


class Sqlite:
    phones = 1  # it has one writer at a time; more would only wait

    def __init__(self, url: str) -> None:
        import pysqlite3

        self._name = url.removeprefix("sqlite:///")
        self._module = pysqlite3

    def connect(self):
        from config.fairsqlite.base import PRAGMAS

        connection = self._module.connect(self._name, isolation_level=None, check_same_thread=False)
        connection.executescript(PRAGMAS + "PRAGMA foreign_keys=ON;")
        return connection

    def rows(self, connection, table, column, id):
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", [id.hex])
        return [name for name, *_rest in cursor.description], cursor.fetchall()

    def commit(self, connection, statements):
        connection.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            connection.execute(sql, values)
        connection.execute("COMMIT")

    mark = "?"

    def plain(self, id: UUID):
        return id.hex

    def count(self, connection) -> int:
        return connection.execute("SELECT count(*) FROM encounters_encounter").fetchone()[0]


class Postgres:
    phones = 10

    def __init__(self, url: str) -> None:
        import psycopg

        self._url, self._module = url, psycopg

    def connect(self):
        connection = self._module.connect(self._url, autocommit=True)
        connection.execute("SET synchronous_commit = on")
        return connection

    def rows(self, connection, table, column, id):
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {column} = %s", [id])
        return [column.name for column in cursor.description], cursor.fetchall()

    def commit(self, connection, statements):
        with connection.transaction():
            for sql, values in statements:
                connection.execute(sql, values, prepare=True)

    mark = "%s"

    def plain(self, id: UUID):
        return id

    def count(self, connection) -> int:
        return connection.execute("SELECT count(*) FROM encounters_encounter").fetchone()[0]


def engine(url: str) -> Sqlite | Postgres:
    return Sqlite(url) if url.startswith("sqlite") else Postgres(url)


def pattern(database, id: UUID) -> list[tuple[str, list[object], list[int], list[int]]]:
    """Return what to insert for each row of the contact: statement, values, places of a new id, of the contact's."""
    connection = database.connect()
    found = []
    for table, leads in TABLES.items():
        names, rows = database.rows(connection, table, leads, id)
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join([database.mark] * len(names))})"
        found += [(sql, list(row), [names.index("id")], [names.index(leads)]) for row in rows]
    connection.close()
    return found


def fresh(database, rows) -> list[tuple[str, list[object]]]:
    """Return the statements of one more contact: same values, new ids."""
    contact, statements = database.plain(new_id()), []
    for sql, values, own, leads in rows:
        values = list(values)
        for place in own:
            values[place] = database.plain(new_id())
        for place in leads:
            values[place] = contact
        statements.append((sql, values))
    return statements


def per_second(database, id: UUID, seconds: float) -> float:
    """Return how many contacts a second the database itself takes in."""
    rows, made = pattern(database, id), []

    def work(connection) -> None:
        end, count = time.perf_counter() + seconds, 0
        while time.perf_counter() < end:
            database.commit(connection, fresh(database, rows))
            count += 1
        made.append(count / seconds)

    connections = [database.connect() for _number in range(database.phones)]
    threads = [threading.Thread(target=work, args=[connection]) for connection in connections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for connection in connections:
        connection.close()
    return sum(made)
