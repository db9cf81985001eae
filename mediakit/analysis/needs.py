"""Whether a claim of the writer's own needs a source: seen or known, to be checked, or a judgement.

A linear model over what sort of words the claim has (multinomial logistic regression; `training/needs.py` fits it on invented
sentences and writes `models/needs.json`). The features are made here, so that fitting and use cannot differ, and each one
stands on a word: the words that weighed most are the answer's reason.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mediakit.analysis import verbs
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.taxonomy import Need
from mediakit.wordlists import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

RULES = {Need.OPINION: "judgement", Need.CHECKABLE: "fact", Need.COMMON: "seen"}
SHOWN = 3
"""Words that an answer gives as its reason."""
MOST = 3
"""Words of one list that count in one claim: a long sentence is no stronger an opinion."""
HELPING = ("aux", "auxpass")


def judge(tokens: "list[Token]", lexicon: Lexicon) -> tuple[Need, str, tuple[Span, ...], Need]:
    """The need of the words that are the writer's, the rule, the words that decided, and the runner-up."""
    model = _model()
    scores = dict(zip(Need, model["bias"], strict=True))
    weighed: list[tuple[Token, dict[Need, float]]] = []
    for name, token, value in features(tokens, lexicon):
        weights = model["weights"].get(name)
        if weights is not None:
            pulls = {need: value * w for need, w in zip(Need, weights, strict=True)}
            scores = {need: score + pulls[need] for need, score in scores.items()}
            weighed.append((token, pulls))
    best, second, *_ = sorted(scores, key=lambda need: -scores[need])
    pull: dict[int, float] = {}
    for token, pulls in weighed:
        pull[token.i] = pull.get(token.i, 0.0) + pulls[best] - pulls[second]
    shown = [
        t for t in tokens if t.tag_ == "MD" or not (t.lower_ in lexicon.function_words or t.pos_ == "PROPN")
    ]
    strongest = sorted(shown or tokens, key=lambda t: -pull.get(t.i, 0.0))
    strongest = [t for t in strongest if pull.get(t.i, 0.0) > 0][:SHOWN] or strongest[:1]
    words = tuple(sorted(Span(t.idx, t.idx + len(t)) for t in strongest))
    return best, RULES[best], words, second


def counts(token: "Token") -> bool:
    """Marks say nothing."""
    return bool(token.is_alpha or token.like_num)


def features(tokens: "list[Token]", lexicon: Lexicon) -> "Iterator[tuple[str, Token, float]]":
    """Name, word and value of all that the model may weigh."""
    yield from ((f"word.{t.lemma_.lower()}", t, 1.0) for t in tokens if t.is_alpha)
    yield from _classes("noun", [t for t in tokens if t.pos_ == "NOUN"])
    yield from _classes("verb", [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.dep_ not in HELPING])
    for name, words in (("opinion", lexicon.opinion), ("checkable", lexicon.checkable)):
        listed = [t for t in tokens if t.lower_ in words or t.lemma_.lower() in words]
        yield from ((f"list.{name}", t, 1.0) for t in listed[:MOST])
    for token in tokens:
        yield from ((name, token, 1.0) for name in _forms(token, lexicon))


def _classes(part: str, tokens: "list[Token]") -> "Iterator[tuple[str, Token, float]]":
    """What sort of thing the nouns name, what the verbs tell of: all nouns weigh as much as one."""
    known = word_classes(part)
    for token in tokens:
        yield f"{part}.{known.get(token.lemma_.lower(), 'unknown')}", token, 1 / len(tokens)


def _forms(token: "Token", lexicon: Lexicon) -> Iterable[str]:
    """What a word's form tells: "the finest", "will", "was built", "40 per cent", a name."""
    if _is_superlative(token) and token.lower_ not in lexicon.checkable:
        yield "superlative"
    if token.tag_ in ("JJR", "RBR"):
        yield "comparative"
    if token.lower_ in lexicon.prediction and token.tag_ == "MD":
        yield "refusal" if _is_refusal(token) else "prediction"
    if _is_figure(token):
        yield "figure"
    if token.ent_type_ and token.ent_iob_ == "B":
        yield f"name.{token.ent_type_}"
    if token.dep_ == "neg":
        yield "not"
    if token.dep_ == "ROOT":
        yield f"main.{token.tag_}"
        if verbs.passive(token):
            yield "passive"
        if any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.lefts):
            yield "perfect"


def _is_superlative(token: "Token") -> bool:
    """ "The finest garden", "the most honest place": a judgement; "the largest" was measured."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return (token.tag_ == "JJS" and token.lower_ not in ("most", "least")) or (
        token.tag_ == "RBS" and token.lower_ == "most" and after.tag_ == "JJ"
    )


def _is_refusal(modal: "Token") -> bool:
    """ "Would not comment", "could not be reached" foretell nothing."""
    return modal.lower_ in ("would", "could") and any(c.dep_ == "neg" for c in modal.head.children)


def _is_figure(token: "Token") -> bool:
    """A number that somebody counted; "two boys" and "number 7" can be seen."""
    digits = sum(c.isdigit() for c in token.text)
    return (
        digits > 1
        or token.ent_type_ in ("PERCENT", "MONEY")
        or (token.like_num and token.ent_type_ == "QUANTITY")
    )


@lru_cache(maxsize=1)
def _model() -> dict[str, Any]:
    text = (files("mediakit.analysis") / "models" / "needs.json").read_text(encoding="utf-8")
    model: dict[str, Any] = json.loads(text)
    return model
