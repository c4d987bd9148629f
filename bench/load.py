"""The phones: `python -m bench.load < plan.json`, a process of its own that costs little.

The plan holds host, port, path, sessions, fields, seconds, and either `every` (each phone sends once in so many
seconds, latency counts from the moment it was due) or none (each sends again as soon as it is answered).
"""

import asyncio
import json
import sys
import time
from urllib.parse import urlencode

from spojka.base.ids import new_id

TOKEN = "a" * 32  # cookie and header agree, that is all the check asks for


class Phone:
    def __init__(self, plan: dict, session: str, late: float) -> None:
        self._plan, self._late = plan, late
        self._head = (
            f"POST {plan['path']} HTTP/1.1\r\nHost: {plan['host']}:{plan['port']}\r\nPrefer: return=minimal\r\n"
            f"Cookie: session={session}; csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        )
        self.took: list[float] = []
        self.known: list[str] = []
        self.refused: list[int] = []

    async def work(self, start: float, end: float) -> None:
        reader, writer = await asyncio.open_connection(self._plan["host"], self._plan["port"])
        due, every = start + self._late, self._plan.get("every")
        while due < end:
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            began = due if every else time.perf_counter()
            id = str(new_id())
            body = urlencode({**self._plan["fields"], "id": id})
            writer.write(f"{self._head}{len(body)}\r\n\r\n{body}".encode())
            status = await self._answer(reader)
            self.took.append(time.perf_counter() - began)
            if status == 201:
                self.known.append(id)
            else:
                self.refused.append(status)
            due = due + every if every else time.perf_counter()
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> int:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next((line[15:] for line in head.split("\r\n") if line.startswith("content-length:")), "0")
        await reader.readexactly(int(length))
        return int(head.split(" ", 2)[1])


async def main(plan: dict) -> None:
    every = plan.get("every") or 0
    phones = [Phone(plan, session, every * n / len(plan["sessions"])) for n, session in enumerate(plan["sessions"])]
    start = time.perf_counter() + 0.2
    await asyncio.gather(*(phone.work(start, start + plan["seconds"]) for phone in phones))
    said = {"seconds": time.perf_counter() - start, "took": sorted(took for phone in phones for took in phone.took)}
    said["known"] = [id for phone in phones for id in phone.known]
    said["refused"] = [status for phone in phones for status in phone.refused]
    print(json.dumps(said))


if __name__ == "__main__":
    asyncio.run(main(json.load(sys.stdin)))
