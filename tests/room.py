"""Room for the frames of a test: without it an eighth of the processor went to the kernel, for nothing.

Python keeps the frames of its calls in chunks of 16 kB. Where calls go in and out across the edge of a chunk, each
of them asks the kernel for a chunk and gives it back: a test of pages did it some thousand times. A frame that says it
needs a megabyte lies in a chunk twice as large, and what is called within it finds room there; what nobody touches
costs nothing.
"""

from _pytest import runner

PLAIN = runner.runtestprotocol


def within_room(call, *said, **more):
    return call(*said, **more)


within_room.__code__ = within_room.__code__.replace(co_stacksize=1 << 17)  # in pointers


def pytest_configure():
    runner.runtestprotocol = lambda *said, **more: within_room(PLAIN, *said, **more)


def pytest_unconfigure():
    runner.runtestprotocol = PLAIN
