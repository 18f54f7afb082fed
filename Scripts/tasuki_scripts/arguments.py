"""How every script reads its arguments and shows its help."""

from __future__ import annotations

import argparse


def parser(script: str, about: str | None, examples: str) -> argparse.ArgumentParser:
    """A parser whose help keeps the lines of both texts as they are."""
    return argparse.ArgumentParser(
        prog=f"Scripts/{script}",
        description=about,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
