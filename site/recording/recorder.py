"""Runs the asyncio program on its standard input and prints what its tasks did.

    python3 -c "$(cat recorder.py)" < main.py > python.jsonl

The log's format is that of a Go program's run (site/web/timeline/log.ts), so that both
can be drawn in one picture: tasks are its goroutines, and each `await` that does not go
on at once is a wait. Who makes a task go on is who has put its next step on the loop's
list: a task that has put into a queue or come to its end, or a timer.

Time is virtual: when all tasks wait, it moves on to the next timer, and time.sleep moves
it, too. So a program gives the same log each time, and takes no longer than it computes.
A program that waits for what the loop doesn't know, such as a thread or a socket, can't
be recorded: this ends with status 3, and the reason on standard error; or with 4, where
this Python lacks what it takes.
"""

import ast
import asyncio
import collections.abc
import datetime
import json
import os
import random
import selectors
import sys
import threading
import time
import types

FILE = "main.py"
EPOCH = 1_700_000_000  # 2023-11-14 22:13:20 UTC: what a program sees as the time of day at its start
MOST_EVENTS = 2_000  # a page loads and draws them


def refuse(reason):
    leave(3, reason)


def leave(status, reason):
    """Ends all of it, whatever the program catches."""
    print(reason, file=sys.__stderr__, flush=True)
    os._exit(status)


class Clock:
    def __init__(self):
        self.now = 0.0  # seconds
        self.readings = 0  # since it last moved

    def move(self, seconds):
        self.now = round(self.now + max(0, seconds), 9)
        self.readings = 0

    def read(self):
        """As the program reads it: one that waits by reading must come to an end."""
        self.readings += 1
        if self.readings > 1000:
            self.now = round(self.now + 1e-6, 9)
        return self.now

    def take_over(self):
        """Becomes the time that Python tells."""
        clock, ns = self.read, lambda: round(self.read() * 1e9)
        time.monotonic = time.perf_counter = time.process_time = time.thread_time = clock
        time.monotonic_ns = time.perf_counter_ns = time.process_time_ns = time.thread_time_ns = ns
        time.time, time.time_ns = lambda: EPOCH + clock(), lambda: EPOCH * 10**9 + ns()
        time.sleep = self.move
        for name in "localtime", "gmtime", "ctime":
            setattr(time, name, lambda seconds=None, real=getattr(time, name): real(time.time() if seconds is None else seconds))
        strftime, asctime = time.strftime, time.asctime
        time.strftime = lambda form, at=None: strftime(form, at or time.localtime())
        time.asctime = lambda at=None: asctime(at or time.localtime())

        class Date(datetime.date):
            @classmethod
            def today(cls):
                return cls.fromtimestamp(time.time())

        class DateTime(datetime.datetime):
            @classmethod
            def now(cls, tz=None):
                return cls.fromtimestamp(time.time(), tz)

            @classmethod
            def today(cls):
                return cls.now()

            @classmethod
            def utcnow(cls):
                return cls.now(datetime.timezone.utc).replace(tzinfo=None)

        datetime.date, datetime.datetime = Date, DateTime


class Log:
    """The events, numbered; tasks count from 1 in the order in which they start."""

    def __init__(self, source, clock):
        self.clock = clock
        self.events = []
        self.tasks = 0
        self.running = 0  # the task whose step it is
        self.cause = 0  # on whose account the loop's present callback is called: a task, or "timer"
        self.early = []  # what was printed before there was a task
        self.over = False
        self.awaited = awaited_names(source)

    def emit(self, task, kind, line=None, **what):
        if self.over:
            return
        if len(self.events) == MOST_EVENTS:
            refuse(f"it does not end, or does more than {MOST_EVENTS} things")
        event = {"seq": len(self.events) + 1, "t": round(self.clock.now * 1e9), "g": task, "kind": kind, **what}
        if line:
            event["line"] = line
        self.events.append(event)

    def start(self, line, name):
        self.tasks += 1
        self.emit(self.tasks, "start", line, parent=self.running, name=name)
        early, self.early = self.early, []
        for line, text in early:
            self.output(line, text)
        return self.tasks

    def output(self, line, text):
        if self.tasks == 0:
            self.early.append((line, text))
        else:
            self.emit(self.running or 1, "output", line, stream="stdout", text=text)

    def end(self, outcome, code):
        self.emit(1, "outcome", outcome=outcome, exitCode=code)
        self.over = True


def line_of(frame):
    """The line of the program's innermost function on the stack."""
    while frame:
        if frame.f_code.co_filename == FILE:
            return frame.f_lineno
        frame = frame.f_back
    return None


def raised_at(error):
    """The line of the program that an exception comes from."""
    line, at = None, error.__traceback__
    while at:
        if at.tb_frame.f_code.co_filename == FILE:
            line = at.tb_lineno
        at = at.tb_next
    return line


def awaited_names(source):
    """What is awaited on each line, as written; of a method, what it is called on."""
    names = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Await):
            names[node.lineno] = name_of(node.value)
        elif isinstance(node, ast.AsyncFor):
            names[node.lineno] = name_of(node.iter)
        elif isinstance(node, ast.AsyncWith):
            item = node.items[0]
            names[node.lineno] = name_of(item.optional_vars or item.context_expr)
    return names


def name_of(node):
    if isinstance(node, ast.Call):
        node = node.func
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) != "asyncio":
            node = node.value
    name = ast.unparse(node)
    return name if len(name) <= 40 else name[:39] + "…"


class Selector:
    """Moves time instead of waiting for it."""

    def __init__(self, log):
        self.log = log
        self.real = selectors.DefaultSelector()

    def register(self, file, events, data=None):
        if self.real.get_map():  # by the loop itself, for its signals
            refuse("it waits for files, sockets or other programs")
        return self.real.register(file, events, data)

    def select(self, timeout=None):
        if timeout is None:
            self.log.end("deadlock", None)
            raise Stuck
        self.log.clock.move(timeout)
        return []

    def __getattr__(self, name):
        return getattr(self.real, name)


class Stuck(BaseException):
    """Every task waits, and nothing will wake one."""


class Loop(asyncio.SelectorEventLoop):
    def __init__(self, log):
        self.log = log
        super().__init__(Selector(log))
        self.set_task_factory(self.start)

    def time(self):
        return self.log.clock.now

    def start(self, loop, coroutine, **options):
        # What the loop does for itself at its end is no task of the program.
        if getattr(coroutine, "__qualname__", "").startswith("BaseEventLoop."):
            return asyncio.Task(coroutine, loop=loop, **options)
        log = self.log
        line = line_of(sys._getframe()) if log.running else None
        number = log.start(line, coroutine.__qualname__.replace(".<locals>", ""))
        return Task(Steps(coroutine, log, number), number, loop=loop, **options)

    def call_soon(self, callback, *args, context=None):
        return super().call_soon(self.on_account_of(self.log.cause, callback), *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        return super().call_soon_threadsafe(self.on_account_of(self.log.cause, callback), *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(when, self.on_account_of("timer", callback), *args, context=context)

    def on_account_of(self, cause, callback):
        def call(*args):
            self.log.cause = cause
            return callback(*args)

        return call

    def call_exception_handler(self, context):
        """What it would print has the addresses of objects in it."""


class Task(asyncio.Task):
    """A task whose place in a set does not depend on its address."""

    def __init__(self, steps, number, **options):
        self.number = number
        super().__init__(steps, **options)

    def __hash__(self):
        return self.number


class Steps(collections.abc.Coroutine):
    """A task's coroutine, step by step."""

    def __init__(self, coroutine, log, task):
        self.coroutine, self.log, self.task = coroutine, log, task
        self.waits = False

    def send(self, value):
        return self.step(self.coroutine.send, value)

    def throw(self, *error):
        return self.step(self.coroutine.throw, *error)

    def close(self):
        self.coroutine.close()

    def __await__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def step(self, go_on, *values):
        log = self.log
        if self.waits:
            # Whoever has only given up its turn is its own cause.
            log.emit(self.task, "wake", by="timer" if log.cause in (0, self.task) else log.cause)
            self.waits = False
        log.running = log.cause = self.task
        try:
            awaited = go_on(*values)
        except StopIteration:
            self.end()
            raise
        except asyncio.CancelledError:
            self.end()
            raise
        except Exception as error:
            log.emit(self.task, "raise", raised_at(error), text=f"{type(error).__name__}: {error}".removesuffix(": "))
            self.end()
            raise
        else:
            sys.stdout.flush()
            self.wait()
        finally:
            log.running = 0
        return awaited

    def end(self):
        sys.stdout.flush()
        # The first task is the program, which ends with the log.
        if self.task > 1:
            self.log.emit(self.task, "end")

    def wait(self):
        """Tells of the wait that has begun: where it stands, and for what."""
        line, sleep = None, None
        at = self.coroutine
        while at is not None:
            frame = getattr(at, "cr_frame", None) or getattr(at, "ag_frame", None)
            if frame and frame.f_code.co_filename == FILE:
                line = frame.f_lineno
            elif frame and frame.f_code is asyncio.sleep.__code__:
                sleep = frame
            at = getattr(at, "cr_await", None) or getattr(at, "ag_await", None)
        if sleep:
            until = self.log.clock.now + max(0, sleep.f_locals["delay"])
            what = {"reason": "sleep", "on": [], "names": ["sleep"], "until": round(until * 1e9)}
        else:
            what = {"reason": "await", "on": [], "names": [self.log.awaited.get(line, "…")]}
        self.log.emit(self.task, "block", line, **what)
        self.waits = True


class Output:
    """Standard output, into the log by lines."""

    encoding = "utf-8"

    def __init__(self, log):
        self.log = log
        self.text = ""
        self.line = None

    def write(self, text):
        self.line = line_of(sys._getframe())
        self.text += text
        if self.text.endswith("\n"):
            self.flush()
        return len(text)

    def flush(self):
        text, self.text = self.text, ""
        if text:
            self.log.output(self.line, text)

    def isatty(self):
        return False


def run(source):
    """Runs the program, and says how it ended: the outcome and the exit code."""
    main = types.ModuleType("__main__")
    main.__file__ = FILE
    sys.modules["__main__"] = main
    sys.argv = [FILE]
    try:
        exec(compile(source, FILE, "exec"), main.__dict__)
    except Stuck:
        return "deadlock", None
    except ImportError as error:
        leave(4, str(error))
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        return ("exit" if code else "ok"), code
    except Exception:
        return "exit", 1
    return "ok", 0


def record(source):
    clock = Clock()
    log = Log(source, clock)
    random.seed(0)
    clock.take_over()
    # Coroutines in a set are in the order of their addresses, tasks in that of their numbers.
    as_completed = asyncio.as_completed
    asyncio.as_completed = lambda those, **options: as_completed([asyncio.ensure_future(one) for one in those], **options)
    asyncio.new_event_loop = asyncio.events.new_event_loop = lambda: Loop(log)
    threading.Thread.start = lambda thread: refuse("it starts a thread, for which no time passes here")
    stdout, sys.stdout, sys.stderr = sys.stdout, Output(log), open(os.devnull, "w")
    outcome, code = run(source)
    sys.stdout.flush()
    if log.tasks == 0:
        refuse("it starts no task")
    log.end(outcome, code)
    version = "{}.{}".format(*sys.version_info)
    header = {"log": "awaitgo", "version": 1, "engine": "python", "python": version, "clock": "virtual", "seed": 0, "files": [FILE]}
    for line in [header, *log.events]:
        stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    stdout.flush()
    os._exit(0)  # What a deadlock has left is not to be tidied up.


if sys.version_info < (3, 11):
    leave(4, "recording takes Python 3.11 or later, and python3 is {}.{}".format(*sys.version_info))
record(sys.stdin.read())
