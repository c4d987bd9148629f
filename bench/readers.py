"""The readers: `python -m bench.readers < plan.json`, a process of its own.

The plan holds host, port, path, sessions, seconds, every. Each reader asks again as soon as it is answered, or, when
`every` is not 0, each so many seconds, the readers one after another. A page that waited for the one before it took as
long as since the moment when it was due.
"""

import asyncio
import json
import sys
import time


async def read(plan: dict, session: str, due: float, end: float) -> tuple[list[float], list[int]]:
    reader, writer = None, None
    ask = (
        f"GET {plan['path']} HTTP/1.1\r\nHost: {plan['host']}:{plan['port']}\r\n"
        f"Cookie: session={session}; language=cs\r\n\r\n"
    ).encode()
    took, wrong = [], []
    while max(due, time.perf_counter()) < end:
        await asyncio.sleep(max(0, due - time.perf_counter()))
        began = due if plan["every"] else time.perf_counter()
        due += plan["every"]
        if writer is None:
            reader, writer = await asyncio.open_connection(plan["host"], plan["port"])
        writer.write(ask)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next(line[15:] for line in head.split("\r\n") if line.startswith("content-length:"))
        await reader.readexactly(int(length))
        took.append(time.perf_counter() - began)
        if "connection: close" in head:  # as a browser does
            writer.close()
            writer = None
        if (status := int(head.split(" ", 2)[1])) != 200:
            wrong.append(status)
    if writer:
        writer.close()
    return took, wrong


async def main(plan: dict) -> None:
    now, sessions = time.perf_counter(), plan["sessions"]
    apart, end = plan["every"] / len(sessions), now + plan["seconds"]
    started = (read(plan, session, now + number * apart, end) for number, session in enumerate(sessions))
    found = await asyncio.gather(*started)
    took = sorted(one for part, _wrong in found for one in part)
    print(json.dumps({"took": took, "wrong": [status for _took, part in found for status in part]}))


if __name__ == "__main__":
    asyncio.run(main(json.load(sys.stdin)))
