"""Two greetings, each with a wait of its own, on one event loop."""

import asyncio
from datetime import datetime
from time import monotonic


def now():
    return f"{datetime.now():%H:%M:%S}"


async def greet(word, wait):
    print(now(), word, "waits", f"{wait}s")
    await asyncio.sleep(wait)
    print(now(), f"{word}!")


async def main():
    long, short = 2, 1
    began = monotonic()
    print(now(), "main starts")

    hola = asyncio.create_task(greet("Hola", long))
    ciao = asyncio.create_task(greet("Ciao", short))
    await hola
    await ciao

    print(now(), "main ends after", f"{monotonic() - began:.0f}s")


asyncio.run(main())
