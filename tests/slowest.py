"""Which files of tests take longest: `--slowest-files 10` tells it at the end, in seconds of the clock and of the CPU.

The CPU is that of the tests and of the commands they started; the server and the browser beside them are not in it.
"""

import resource
from collections import Counter

import pytest

KEY = pytest.StashKey[float]()


def pytest_addoption(parser):
    parser.addoption("--slowest-files", type=int, default=0, metavar="N", help="tell the N slowest files")


def cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    item.stash[KEY] = cpu()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item, nextitem):
    if nextitem is not None:
        yield
    used = cpu() - item.stash[KEY]
    if nextitem is None:
        yield  # the last test closes the browser of all of them
    item.user_properties.append(("cpu", used))


def pytest_terminal_summary(terminalreporter, config):
    clock, used = Counter(), Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                clock[report.location[0]] += report.duration
                used[report.location[0]] += (
                    dict(report.user_properties).get("cpu", 0) if report.when == "teardown" else 0
                )
    if count := config.getoption("slowest_files"):
        terminalreporter.section("slowest files (clock, CPU)")
        for file, seconds in clock.most_common(count):
            terminalreporter.write_line(f"{seconds:7.1f} s {used[file]:7.1f} s  {file}")
        terminalreporter.write_line(f"{clock.total():7.1f} s {used.total():7.1f} s  all files")
