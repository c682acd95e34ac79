"""Three tasks add to one number. No lock: no await stands inside the +=."""

import asyncio

boxes = [
    [120, 75, 210],
    [33, 48],
    [90, 17, 61, 5],
]
total = 0


async def count(box):
    global total
    for votes in box:
        total += votes
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(count(box) for box in boxes))
    print(total, "votes")


asyncio.run(main())
