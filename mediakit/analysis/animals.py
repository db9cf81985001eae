"""Names of those that do not speak."""

import itertools
from typing import TYPE_CHECKING

from mediakit.analysis import names, verbs
from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(cores: "list[list[Token]]", lexicon: Lexicon) -> set[tuple[str, ...]]:
    """The names of those that do not speak: "her spaniel, Biscuit", "a dog called Rex", "Freya the walrus"."""
    lone = [core[0] for core in cores if len(core) == 1]
    speaking = {t.lower_ for t in lone if verbs.is_speaker(t, lexicon)}
    return {names.words_of([t]) for t in lone if t.lower_ not in speaking and _is_animal(t, lexicon)}


def _is_animal(name: "Token", lexicon: Lexicon) -> bool:
    before = [t for t in name.doc[max(0, name.i - 2) : name.i] if t.text != ","]
    named = before[-1].lower_ in ("called", "named") if before else False
    noun = before[-2] if named and len(before) > 1 else before[-1] if before else None
    if noun is not None and noun.lower_ in lexicon.animals:
        return True
    after = [t for t in name.doc[name.i + 1 : name.i + 6] if t.text != ","]
    described = bool(after) and after[0].tag_ in ("DT", "PRP$")
    # "Freya, a walrus", but not "Tom, the walrus’s keeper" or "Tom, a horse trainer"
    whole = (t for t, then in itertools.pairwise(after[1:4]) if then.tag_ not in ("POS", "NN", "NNS"))
    return described and any(t.lower_ in lexicon.animals for t in whole)
