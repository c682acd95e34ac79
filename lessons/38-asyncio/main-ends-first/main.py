"""main ends while a task still sleeps: asyncio.run cancels the task."""

import asyncio


async def greet():
    try:
        print("Hola waits")
        await asyncio.sleep(2)
        print("Hola!")
    finally:
        print("tidying up")


async def main():
    task = asyncio.create_task(greet())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
