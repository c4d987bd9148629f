"""The readers: `python -m bench.readers < plan.json`, a process of its own. Each asks again as soon as it is answered.

The plan holds host, port, path, sessions and seconds.
"""

import asyncio
import json
import sys
import time


async def read(plan: dict, session: str, end: float) -> tuple[list[float], list[int]]:
    reader, writer = await asyncio.open_connection(plan["host"], plan["port"])
    ask = (
        f"GET {plan['path']} HTTP/1.1\r\nHost: {plan['host']}:{plan['port']}\r\n"
        f"Cookie: session={session}; language=cs\r\n\r\n"
    ).encode()
    took, wrong = [], []
    while time.perf_counter() < end:
        began = time.perf_counter()
        writer.write(ask)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next(line[15:] for line in head.split("\r\n") if line.startswith("content-length:"))
        await reader.readexactly(int(length))
        took.append(time.perf_counter() - began)
        if (status := int(head.split(" ", 2)[1])) != 200:
            wrong.append(status)
    writer.close()
    return took, wrong


async def main(plan: dict) -> None:
    end = time.perf_counter() + plan["seconds"]
    found = await asyncio.gather(*(read(plan, session, end) for session in plan["sessions"]))
    took = sorted(one for part, _wrong in found for one in part)
    print(json.dumps({"took": took, "wrong": [status for _took, part in found for status in part]}))


if __name__ == "__main__":
    asyncio.run(main(json.load(sys.stdin)))
