"""Rows that are made when somebody asks for them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Thing = TypeVar("Thing")
Row = TypeVar("Row")


class Made(Sequence[Row], Generic[Thing, Row]):
    """What ``make`` makes of each thing, made anew whenever it is read.

    Of a hundred thousand rows a page is drawn: the others need not be there.

    >>> words = Made([1, 2, 3], lambda number: f"{number} actions")
    >>> len(words), words[2], words[:2]
    (3, '3 actions', ('1 actions', '2 actions'))
    """

    def __init__(self, things: Sequence[Thing], make: Callable[[Thing], Row]) -> None:
        self._things, self._make = things, make

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, self._things)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._things[place]))
        return self._make(self._things[place])
