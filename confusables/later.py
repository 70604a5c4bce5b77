"""What is made when it is first looked at: tuples that may never be, parts of an object, and what
functions make of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, Generic, TypeVar, overload

__all__ = ["Later", "cached_property", "kept"]

T = TypeVar("T")
V = TypeVar("V")


class Later(Sequence[T]):
    """A sequence that equals a tuple; ``make`` is called once, when it is needed.

    Where two threads look at once it may be made twice, to the same result.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make: Callable[[], Iterable[T]] | None = make
        self._made: tuple[T, ...] = ()

    def _all(self) -> tuple[T, ...]:
        make = self._make
        if make is not None:
            self._made = tuple(make())
            self._make = None
        return self._made

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Later):
            return self._all() == other._all()
        return self._all() == other

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._all(),)


class cached_property(Generic[T]):  # noqa: N801 - it stands for the one of functools
    """``functools.cached_property`` as it is from Python 3.12 on: without a lock.

    The older one holds a lock of all instances while it makes one's value: threads would wait for
    one another, and a process that was forked meanwhile would wait for ever. Two threads that look
    at once may make the value twice, to the same result.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> cached_property[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> cached_property[T] | T:
        if instance is None:
            return self
        value = vars(instance)[self._name] = self._make(instance)
        return value


def kept(make: Callable[[V], T]) -> Callable[[V], T]:
    """A function of an object that is called once for each: the object keeps the result, which must
    follow from what never changes of it. Two threads may make it twice, to the same result."""
    place = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def asked(instance: V) -> T:
        held = instance.__dict__
        if place in held:
            found: T = held[place]
            return found
        made = held[place] = make(instance)
        return made

    return asked
