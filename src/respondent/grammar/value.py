"""Immutable records that are equal if their fields are."""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` takes 9 ms, more than the whole grammar
if TYPE_CHECKING:
    from typing import NoReturn, Self


class Value:
    """A record whose fields are set once, by the ``__init__`` of its class, in the order of its arguments.

    A subclass writes to ``vars(self)``, which does not ask `__setattr__`.
    """

    # A frozen dataclass would do the same, but importing `dataclasses` takes 15 ms, the whole grammar 7.

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{name} of a {type(self).__name__} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{name} of a {type(self).__name__} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"

    def replace(self, **changes: object) -> Self:
        """Return the same record with other values in some of its fields.

        Raises:
            TypeError: if it has no such field.
        """
        return type(self)(**{**vars(self), **changes})
