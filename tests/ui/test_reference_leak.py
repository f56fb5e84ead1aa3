"""PySide6 6.12.0 on Python 3.10 and 3.11 loses a reference to None with every call, and aborts."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_references_of_none() -> None:
    thing = QObject()
    thing.setObjectName("warm up")
    before = sys.getrefcount(None)
    for number in range(500):
        thing.setObjectName(str(number))

    # other threads of the test run may hold a few more or fewer
    assert abs(sys.getrefcount(None) - before) < 100
