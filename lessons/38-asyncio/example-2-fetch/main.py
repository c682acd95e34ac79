"""Three pages are fetched at the same time; answers in the order asked."""

import asyncio
from time import monotonic
from urllib.parse import urlsplit

# A stand-in for the web, so that the program needs none: seconds per host.
DELAYS = {"example.com": 3, "example.org": 2, "example.net": 1}


async def get(address):
    """What an asynchronous HTTP client would do: wait, then hand over."""
    host = urlsplit(address).hostname
    if host not in DELAYS:
        raise OSError("no such host")
    await asyncio.sleep(DELAYS[host])
    return "200 OK", f"<h1>{host}</h1>\n"


def since(began):
    return f"{monotonic() - began:.0f}s"


async def fetch(address):
    began = monotonic()
    print("asking for", address)
    status, body = await get(address)
    print(address, "took", since(began))
    return f"{address}: {status}, {len(body)} bytes"


async def main():
    began = monotonic()
    answers = await asyncio.gather(
        fetch("http://example.com"),
        fetch("http://example.org"),
        fetch("http://example.net"),
    )
    print()
    for answer in answers:
        print(answer)
    print("all of it took", since(began))


asyncio.run(main())
