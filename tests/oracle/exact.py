"""Amounts in whole fen, shares as exact fractions, and the one rule of rounding: half up to the fen."""

from fractions import Fraction
from functools import cache


@cache
def fen(yuan: str) -> int:
    """ "1234.5" → 123450."""
    whole, _, decimals = yuan.partition(".")
    return int(whole) * 100 + int((decimals + "00")[:2])


def yuan(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02d}"


@cache
def share(percent: str) -> Fraction:
    """ "92.5" → 37/40."""
    return Fraction(percent) / 100


def half_up(amount) -> int:
    """The nearest whole fen; exactly between two, the larger."""
    exact = Fraction(amount)
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
