"""What the scripts written in Python consist of; their files in Scripts/ only start a `main` of this package."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
