"""Names as runs of words: where a name begins and ends, and what in it is title, description or verb of a headline."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from mediakit.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POSSESSIVE = re.compile(r"[’']s?$")
HEADLINE = ("IN", "MD", "RB", "TO", "VB", "VBG", "VBP", "VBZ")
"""What a headline writes with a capital letter between names: "Mayor Calls Mara Quill", "Reportedly"."""


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """Lower case without accents: "Martínez" and "Martinez" are one name."""
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def initials(name: str) -> str:
    """ "HSE" in lower case, for "Health and Safety Executive"."""
    return folded("".join(word[0] for word in name.split() if word[0].isupper()))


def plain_name(text: str) -> str:
    """A name on one line, without a possessive ending."""
    return POSSESSIVE.sub("", " ".join(text.split())).strip(" ,.;:“”‘’\"'")


def runs(doc: "Doc", lexicon: Lexicon) -> "list[list[Token]]":
    """Unbroken runs of capitalised words (with "of the" or "de" inside), not the plain first word of a sentence."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in doc:
        linking = (
            run
            and (
                token.lower_ in lexicon.name_particles | {"of", "for"}
                or _is_hyphen(token)
                or _is_joined(token)
                or _is_office(token)
            )
            and (_capital_next(token) or _hyphened(token, lexicon))
        )
        numbered = run and token.text[0].isdigit() and token.text[-1].isupper()  # "Christopher 2X"
        if _is_name_word(token, lexicon) or linking or numbered:
            if token.is_sent_start and run:
                runs.append(run)
                run = []
            run.append(token)
        elif token.is_space and run and _capital_next(token):
            continue
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [r for run in runs for r in _unlink(run, lexicon) if not _is_common(r, lexicon)]


def _is_common(run: "list[Token]", lexicon: Lexicon) -> bool:
    """One word that is no name, whatever its capital says: "Monday", "Republican" before a noun, "Scholars" at a start."""
    first = run[0]
    plural = first.tag_ == "NNS" and first.is_sent_start
    return len(run) == 1 and (first.lower_ in lexicon.times or first.tag_ == "JJ" or bool(plural))


def _is_hyphen(token: "Token") -> bool:
    """ "Soto-Mendez" is one name."""
    return token.text in "-‐–" and token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_


def _hyphened(token: "Token", lexicon: Lexicon) -> bool:
    """ "Hamid al-Rashed"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        token.lower_ in lexicon.name_particles
        and len(after) == 2
        and _is_hyphen(after[0])
        and after[1].text[:1].isupper()
    )


def _unlink(run: "list[Token]", lexicon: Lexicon) -> "list[list[Token]]":
    """`Ministry of Health` holds together, `Peskov of Russia` does not."""
    for i, token in enumerate(run[1:], 1):
        before = run[i - 1].lower_
        holds = before in lexicon.organization_words or before in lexicon.titles or _one_body(token)
        if token.lower_ in ("of", "for") and not holds:
            return [run[:i], *_unlink(run[i + 1 :], lexicon)]
    return [run] if run else []


def _one_body(token: "Token") -> bool:
    """Does the model take what stands on both sides of "of" for one institution?"""
    following = token.doc[token.i + 1 : token.i + 2]
    inside = token.ent_type_ == "ORG" and token.ent_iob_ == "I"
    return inside and bool(len(following)) and following[0].ent_type_ == "ORG"


def _is_joined(token: "Token") -> bool:
    """The "and" of the Centers for Disease Control and Prevention."""
    return token.text == "&" or (token.lower_ == "and" and _one_body(token))


def _is_office(token: "Token") -> bool:
    """The "’s" of the Information Commissioner’s Office."""
    if token.text not in ("’s", "'s") or token.nbor(-1).ent_type_ in ("GPE", "PERSON"):
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    return bool(len(following)) and following[0].text == "Office"


def _is_name_word(token: "Token", lexicon: Lexicon) -> bool:
    if not token.text[:1].isupper() or token.lower_ in lexicon.pronouns:
        return False
    if not token.ent_type_ and token.tag_ in HEADLINE:
        return False
    if token.is_sent_start or (token.i and _opened_by_mark(token)):
        if token.lower_ in lexicon.function_words:
            return False
        return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return (
        token.lower_ not in lexicon.function_words
        or token.ent_type_ == "PERSON"
        or (token.lower_ in lexicon.first_names and _capital_next(token))
        or _after_title(token, lexicon)
    )


def _opened_by_mark(token: "Token") -> bool:
    """Does the token stand right after an opening quotation mark?"""
    before = token.nbor(-1)
    return before.text in "“‘\"'«" and bool(before.text)


def _after_title(token: "Token", lexicon: Lexicon) -> bool:
    """ "General No": a surname may be a common word."""
    return token.i > 0 and token.nbor(-1).lower_ in lexicon.titles and token.nbor(-1).text[:1].isupper()


def _capital_next(token: "Token") -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    if len(following) and following[0].lower_ == "the":
        following = token.doc[token.i + 2 : token.i + 3]
    return bool(len(following)) and following[0].text[:1].isupper()


def core(tokens: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The name without titles before it ("Democratic Gov.", "Secretary of Education") and the possessive after it."""
    kept = [t for t in tokens if not t.is_space]
    while kept and kept[-1].text in ("’s", "'s", "’", "'"):
        kept = kept[:-1]
    ranked = len(kept) > 2 and _is_title(kept[1], kept[2], lexicon)  # "Police Constable Ann Stone"
    body = bool(kept) and kept[0].lower_ in lexicon.organization_words and not ranked
    titles = [] if body else [i for i, t in enumerate(kept[:-1]) if _is_title(t, kept[i + 1], lexicon)]
    if titles:
        rest = kept[titles[-1] + 1 :]
        kept = _behind_office(rest, lexicon) or kept
    while len(kept) > 1 and kept[0].lower_ in ("the", "a", "an"):
        kept = kept[1:]
    while len(kept) > 2 and kept[-1].lower_ in lexicon.after_names:
        kept = kept[:-1]  # "Miriam Bax KC"
    return _undescribed(kept, lexicon)


def _behind_office(rest: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The person of "Secretary of Education Lena Ortiz"; "Governor of Lower Kestrel" names none."""
    if rest[0].lower_ not in ("of", "for"):
        return rest
    begins = (i for i, t in enumerate(rest) if i > 1 and _is_first(t, lexicon))
    return rest[next(begins, 2 if len(rest) > 3 else len(rest)) :]


def _is_first(token: "Token", lexicon: Lexicon) -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in lexicon.first_names


def _is_title(token: "Token", following: "Token", lexicon: Lexicon) -> bool:
    """ "Justice" is one before a name, and none in "the Justice Department"."""
    body = token.lower_ in lexicon.departments and following.lower_ in lexicon.organization_words | {"and"}
    return token.lower_ in lexicon.titles and not body and following.tag_ != "POS"


def without_epithets(runs: "list[list[Token]]", lexicon: Lexicon) -> "list[list[Token]]":
    """ "Honest Mara Quill" is Mara Quill, where the text has her under that name, too."""
    forms = {words_of(run, lexicon) for run in runs}
    return [_without_epithet(run, forms, lexicon) for run in runs]


def _without_epithet(run: "list[Token]", forms: set[tuple[str, ...]], lexicon: Lexicon) -> "list[Token]":
    name, words = core(run, lexicon), words_of(run, lexicon)
    if len(name) != len(words):
        return run
    for i in range(1, len(words) - 1):
        before = words[:i]
        if words[i] in lexicon.first_names and words[i:] in forms:
            if not any(w in lexicon.first_names or w.endswith(".") for w in before):
                return run[run.index(name[i]) :]
    return run


def _undescribed(name: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The person of "River Bank CEO John Stone" and "Activist Angela Stone": behind what describes, a first name begins."""
    words = [t.lower_ for t in name]
    if len(name) > 1 and words[0] in lexicon.describing:
        return name[1:]  # "Rival Oakhouse"
    if len(name) > 2 and words[0] in lexicon.roles and words[1] in lexicon.first_names:
        return name[1:]  # "Librarian Ana Stone"
    if name and (words[-1] in lexicon.organization_words or "of" in words or name[0].ent_type_ == "PERSON"):
        return name
    for i in range(1, len(name) - 1):
        known = words[i] in lexicon.first_names and words[i - 1] not in lexicon.first_names
        apart = name[i].ent_type_ in ("", "PERSON") and name[i].ent_iob_ != "I"
        if apart and not words[i - 1].endswith(".") and (known or name[i].ent_type_ == "PERSON"):
            return name[i:]
    return name


def words_of(tokens: "list[Token]", lexicon: Lexicon) -> tuple[str, ...]:
    return folded_words(plain_name("".join(t.text_with_ws for t in core(tokens, lexicon))))
