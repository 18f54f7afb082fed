"""What the scripts written in Python consist of; each file in Scripts/ that is one of them only starts a `main` of this."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
