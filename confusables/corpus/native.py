"""The bits by which signatures differ, compiled for the processor it runs on; needs the extra
``native``. numpy makes two passes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numba import njit, types
from numba.extending import intrinsic

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["differing"]


def _counted(_context: Any, _number: Any) -> Any:
    """How many bits of a number are set, by the processor's own instruction."""

    def code(_context: Any, builder: Any, _signature: Any, given: Any) -> Any:
        return builder.ctpop(given[0])

    return types.uint64(types.uint64), code


_set_bits: Any = intrinsic(_counted)


@njit(nogil=True)
def differing(letters: NDArray[np.uint64], own: np.uint64, bits: NDArray[np.uint8]) -> None:
    """Put into ``bits`` in how many each signature differs from ``own``."""
    for at in range(letters.size):
        bits[at] = _set_bits(letters[at] ^ own)
