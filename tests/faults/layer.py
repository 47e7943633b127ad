"""A file layer that stops or fails at its nth operation: how a command is interrupted, in one process."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock


class Stopped(BaseException):
    """The program is stopped here, as by a power cut: none of its later operations happens either."""


FAULTS = {
    "stopped": None,
    "write error": errno.EIO,
    "disk full": errno.ENOSPC,
}
"""What happens at the operation: by name, the number of the error, or none for a stop."""


class Layer:
    """Counts the operations that change files, and fails at one of them."""

    def __init__(self, at: int, fault: str) -> None:
        """Fail at the operation with a number, from 0, or never if there are fewer."""
        self.at, self.code = at, FAULTS[fault]
        self.done = 0
        self.has_failed = False

    def around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return an operation that counts itself."""

        def operation(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - any operation of the system
            if self.has_failed and self.code is None:
                raise Stopped
            number, self.done = self.done, self.done + 1
            if number == self.at:
                self.has_failed = True
                if self.code is None:
                    raise Stopped
                raise OSError(self.code, os.strerror(self.code))
            return real(*arguments, **named)

        return operation


@contextmanager
def failing(at: int, fault: str) -> Iterator[Layer]:
    """Let every operation that changes a file go through a layer that fails at one of them."""
    layer = Layer(at, fault)
    with (
        mock.patch.object(os, "fsync", layer.around(os.fsync)),
        mock.patch.object(os, "write", layer.around(os.write)),
        mock.patch.object(Path, "replace", layer.around(Path.replace)),
        mock.patch.object(Path, "unlink", layer.around(Path.unlink)),
        mock.patch.object(Path, "rename", layer.around(Path.rename)),
        mock.patch.object(Path, "mkdir", layer.around(Path.mkdir)),
    ):
        yield layer
