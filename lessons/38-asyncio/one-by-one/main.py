"""The same two greetings without tasks: each await finishes one of them."""

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
    began = monotonic()
    print(now(), "main starts")

    await greet("Hola", 2)
    await greet("Ciao", 1)

    print(now(), "main ends after", f"{monotonic() - began:.0f}s")


asyncio.run(main())
