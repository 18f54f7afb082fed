"""Columns that stand below each other."""

from __future__ import annotations

import typing

Rows = typing.Sequence[typing.Sequence[str]]


def aligned(rows: Rows, widest: Rows | None = None) -> list[list[str]]:
    """The cells filled up to the width of their column: those of the first on the right, those of others on the left.

    `widest` are the rows that the widths are taken from, where not from all.
    """
    widths = [max(map(len, column)) for column in zip(*(widest or rows), strict=True)]
    return [[row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))] for row in rows]
