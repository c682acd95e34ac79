"""Three greetings come back in the order in which they are ready."""

import asyncio


async def greet(word, wait):
    await asyncio.sleep(wait)
    return word


async def main():
    greetings = [greet("Hola", 3), greet("Ciao", 1), greet("Ahoj", 2)]
    for place, ready in enumerate(asyncio.as_completed(greetings), start=1):
        print(place, await ready)


asyncio.run(main())
