"""Names as runs of words: where a name begins and ends, and what in it is title, description or verb of a headline."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import commons, joints, lists, nlp, unadorned, verbs
from mediakit.lexicon import Lexicon
from mediakit.model import Span
from mediakit.wordlists import folded, folded_words, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNLINKING = ("of", "for", "that", "as")
LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
"""What is left of "F.B.I." without its last point."""
JUNIOR = re.compile(r" [JS]r$")
POSSESSIVE = re.compile(r"[’']s?$")
NICKNAME = re.compile(
    r"(?<=\w)\s(?:[“\"‘'][A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}[”\"’']|\([A-Z][\w.-]*\))(?=\s[A-Z])"
)
MARKS = frozenset("“\"‘'(")
SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
WHEN = frozenset({"on", "last", "next", "since", "until", "by", "in", "from", "late", "early"})
US = "US"
"""The one name that is a common word, too, but for its capitals."""
HE = "He"
"""A surname, too."""
INITIALS = 2
"""Letters of "PC" and "DC", which mean other things, too."""
HEADLINE = ("IN", "MD", "RB", "TO", "VB", "VBG", "VBP", "VBZ")
"""What a headline writes with a capital letter between names: "Mayor Calls Mara Quill", "Reportedly"."""
WORDED = ("cognition", "possession", "artifact", "group", "communication", "act", "event")
"""Classes of nouns that are surnames seldom, at most."""


def initials(name: str) -> str:
    """ "HSE" in lower case, for "Health and Safety Executive"."""
    return folded("".join(word[0] for word in name.split() if word[0].isupper()))


def plain_name(text: str) -> str:
    """A name on one line, without a nickname in it, a possessive ending and marks that nothing closes."""
    whole = POSSESSIVE.sub("", NICKNAME.sub("", " ".join(text.split())))
    name = whole.strip(" ,.;:“”‘’\"'")
    if name.count("”") > name.count("“") or name.count('"') % 2:
        name = whole[whole.index(name) - 1 : whole.index(name)] + name  # "“Ask Ann” advert"
    return f"{name}." if LETTERS.fullmatch(name) or (f"{name}." == whole and JUNIOR.search(name)) else name


def runs(doc: "Doc", lexicon: Lexicon) -> "list[list[Token]]":
    """Unbroken runs of capitalised words (with "of the" or "de" inside), not the plain first word of a sentence."""
    runs: list[list[Token]] = []
    run: list[Token] = []
    known: list[list[Token]] = []
    nicknames, causes = _nicknames(doc, lexicon), _causes(doc, lexicon)
    for token in doc:
        if known and token.i <= known[-1][-1].i:
            continue
        if run and token.i in nicknames:
            run.append(token)
            continue
        if (body := _known(token, lexicon, causes)) is not None:
            known.append(body)
            runs += [run] if run else []
            run = []
            continue
        if (body := lists.whole(token, lexicon)) is not None:
            known.append(run + body)  # "National | Union of Bakers, Millers and Cooks"
            run = []
            continue
        linking = run and joints.links(token, lexicon)
        numbered = run and token.text[0].isdigit() and token.text[-1].isupper()  # "Christopher 2X"
        if _is_name_word(token, lexicon) or linking or numbered or (run and joints.is_given(token)):
            if token.is_sent_start and run:
                runs.append(run)
                run = []
            run.append(token)
        elif token.is_space and run and joints.capital_next(token, lexicon):
            continue
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    plain = [r for run in runs for r in _unlink(run, lexicon) if not commons.is_common(r, lexicon)]
    return sorted([*plain, *known], key=lambda run: run[0].i) if known else plain


def _nicknames(doc: "Doc", lexicon: Lexicon) -> set[int]:
    """The words and marks in the middle of "William “Bill” Stone" and "William (Bill) Stone"."""
    found: set[int] = set()
    for match in NICKNAME.finditer(nlp.text(doc)):
        tokens = nlp.tokens_in(doc, Span(match.start() + 1, match.end()))
        before, after = doc[tokens[0].i - 1], doc[tokens[-1].i + 1 : tokens[-1].i + 2]
        named = lexicon.first_name(before.text) is not None or before.ent_type_ == "PERSON"
        short = tokens[0].text != "(" or lexicon.first_name(tokens[1].text) is not None
        if named and short and len(after) and after[0].tag_ in ("NNP", "NNPS"):
            found |= {t.i for t in tokens}
    return found


def _causes(doc: "Doc", lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """ "Women on Waves", "Action Against Salt", by their first words: bodies to the model somewhere in the text."""
    found = {}
    for body in doc.ents if doc.has_annotation("ENT_IOB") else ():
        words = list(body)[1:] if body[0].lower_ == "the" else list(body)
        inner = [t for t in words[1:-1] if t.tag_ == "IN" and t.lower_ not in UNLINKING]
        capital = all(t.text[:1].isupper() for t in words if t not in inner)
        apart = not words or words[-1].lower_ in lexicon.places or words[-1].lower_ in lexicon.times
        if body.label_ == "ORG" and inner and capital and not apart:
            found[words[0].lower_] = tuple(t.lower_ for t in words)
    return found


def _known(token: "Token", lexicon: Lexicon, causes: dict[str, tuple[str, ...]]) -> "list[Token] | None":
    """The body that begins with a word, though its name looks like anything but one: "Save the Children", "Just Stop Oil"."""
    first, cause = token.lower_, causes.get(token.lower_)
    known = (*lexicon.known_phrases.get(first, ()), *((cause,) if cause is not None else ()))
    for words in known if token.text[0].isupper() else ():
        body = list(token.doc[token.i : token.i + len(words)])
        if tuple(t.lower_ for t in body) == words and not body[-1].text[0].islower():
            return body
    return None


def _is_when(token: "Token", lexicon: Lexicon) -> bool:
    """The day of "On Monday Lin agreed", the month of "Jan 4" and of "on 19 January Lin agreed" is no part of a name."""
    if token.lower_.rstrip(".") in lexicon.months:
        beside = (
            token.nbor(-1) if token.i else token,
            next(iter(token.doc[token.i + 1 : token.i + 2]), token),
        )
        if any(t.is_digit for t in beside):
            return True
    before = token.nbor(-1).lower_ if token.i else ""
    named = lexicon.first_name(token.text) is not None  # "in April Stone's view"
    return token.lower_ in lexicon.times and before in WHEN and not named


def _unlink(run: "list[Token]", lexicon: Lexicon) -> "list[list[Token]]":
    """`Ministry of Health` holds together, `Peskov of Russia` and `Director of Tarn Foods` do not."""
    for i, token in enumerate(run[1:], 1):
        before = run[i - 1].lower_
        led = before in lexicon.roles and _is_firm(_behind_the(run[i + 1 :]), lexicon)
        holds = before in lexicon.organization_words or before in lexicon.titles or joints.one_body(token)
        somebody = i == 2 and lexicon.first_name(run[0].text) in ("m", "f")  # "Ulla Friis of Free the Ring"
        somebody = somebody and before not in lexicon.organization_words
        if token.lower_ in joints.OF and (led or somebody or not holds):
            return [run[:i], *_unlink(_behind_the(run[i + 1 :]), lexicon)]
    return [run] if run else []


def _behind_the(run: "list[Token]") -> "list[Token]":
    return run[1:] if run and run[0].text == "the" else run


def _is_firm(name: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Tarn Valley Dairy", but not the "Energy" that a secretary has, or "Tarn Ana Stone"."""
    last = name[-1].lower_ if len(name) > 1 else ""
    own = last in lexicon.organization_words and last not in lexicon.departments
    return own and not any(lexicon.first_name(t.text) for t in name)


def _is_name_word(token: "Token", lexicon: Lexicon) -> bool:
    if token.text == US or (token.text == "WHO" and token.i and token.nbor(-1).lower_ == "the"):
        return True
    if not token.text[:1].isupper() or (token.lower_ in lexicon.pronouns and not _is_he(token, lexicon)):
        return False
    if token.text == HE:
        return True
    if not token.ent_type_ and token.tag_ in HEADLINE and not _behind_comma(token, lexicon):
        return _is_will(token, lexicon)
    if _is_when(token, lexicon):
        return False
    if token.is_sent_start or (token.i and _opened_by_mark(token)):
        if token.lower_ in lexicon.function_words:
            return _is_will(token, lexicon)
        if _bids(token, lexicon):
            return False
        return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return (
        token.lower_ not in lexicon.function_words
        or token.ent_type_ == "PERSON"
        or (joints.is_legal(token, lexicon) and token.tag_ == "NNP" and token.nbor(-1).text.istitle())
        or (lexicon.first_name(token.text) and joints.capital_next(token, lexicon))
        or _after_title(token, lexicon)
        or _behind_first(token, lexicon)
    )


def _bids(token: "Token", lexicon: Lexicon) -> bool:
    """The "take" of "Take Karen, a dinner lady"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    named = len(behind) == 1 and behind[0].text.istitle() and lexicon.first_name(behind[0].text) is not None
    return named and not lexicon.first_name(token.text) and nlp.vocabulary(lexicon).bids(token.lower_)


def _is_he(token: "Token", lexicon: Lexicon) -> bool:
    """ "Said He Kebin, a chemist", "Mr He said": a surname, where no sentence and no speech begins."""
    if token.text != HE or token.is_sent_start or not token.i or token.nbor(-1).is_punct:
        return False
    behind = token.doc[token.i + 1 : token.i + 2]
    return _after_title(token, lexicon) or (len(behind) == 1 and behind[0].tag_ == "NNP")


def _behind_first(token: "Token", lexicon: Lexicon) -> bool:
    """The May of "Theresa May"."""
    before = token.nbor(-1) if token.i else token
    return token.tag_ == before.tag_ == "NNP" and lexicon.first_name(before.text) is not None


def _is_will(token: "Token", lexicon: Lexicon) -> bool:
    """ "Will Stone told them", but not "Will Stone tell them?"."""
    if lexicon.first_name(token.text) is None or not joints.capital_next(token, lexicon):
        return False
    behind = next((t for t in token.doc[token.i + 1 : token.sent.end] if t.pos_ != "PROPN"), token)
    return behind.tag_ in verbs.FINITE or (behind.text == "," and token.sent[-1].text != "?")


def _behind_comma(token: "Token", lexicon: Lexicon) -> bool:
    """The Per of "the owner, Per Stone,": no headline has that comma."""
    before = token.nbor(-1).text if token.i else ""
    return (
        before in (",", *commons.DASHES)
        and bool(lexicon.first_name(token.text))
        and joints.capital_next(token, lexicon)
    )


def _opened_by_mark(token: "Token") -> bool:
    """Does the token stand right after an opening quotation mark?"""
    before = token.nbor(-1)
    return before.text in "“‘\"'«" and bool(before.text)


def _after_title(token: "Token", lexicon: Lexicon) -> bool:
    """ "General No": a surname may be a common word."""
    return token.i > 0 and token.nbor(-1).lower_ in lexicon.titles and token.nbor(-1).text[:1].isupper()


def core(tokens: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The name without titles before it ("Democratic Gov.", "Secretary of Education") and the possessive after it."""
    nicknames = _nicknames(tokens[0].doc, lexicon) if any(t.text in MARKS for t in tokens) else set()
    kept = [t for t in tokens if not t.is_space and t.i not in nicknames]
    while kept and kept[-1].text in ("’s", "'s", "’", "'"):
        kept = kept[:-1]
    if " ".join(t.lower_ for t in kept) in lexicon.known_bodies:
        return kept
    ranked = len(kept) > 2 and _is_title(kept, 1, lexicon)  # "Police Constable Ann Stone"
    body = bool(kept) and kept[0].lower_ in lexicon.organization_words and not ranked
    titles = [] if body else [i for i in range(len(kept) - 1) if _is_title(kept, i, lexicon)]
    if titles:
        rest = kept[titles[-1] + 1 :]
        kept = _behind_office(rest, lexicon) or kept
    while len(kept) > 1 and kept[0].lower_ in ("the", "a", "an"):
        kept = kept[1:]
    while len(kept) > 2 and kept[-1].lower_ in lexicon.after_names:
        kept = kept[:-1]  # "Miriam Bax KC"
    return unadorned.core(kept, lexicon)


def _behind_office(rest: "list[Token]", lexicon: Lexicon) -> "list[Token]":
    """The person of "Secretary of Education Lena Ortiz"; "Governor of Lower Kestrel" names none."""
    if rest[0].lower_ not in joints.OF:
        return rest
    rest = _behind_the(rest[1:])  # "Secretary of the Interior Lena Ortiz"
    if any(t.lower_ in joints.OF for t in rest):
        return rest  # "President of the Association of Bakers"
    known = next((i for i, t in enumerate(rest) if i and lexicon.first_name(t.text) is not None), 0)
    person = next((i for i, t in enumerate(rest) if i and t.ent_type_ == "PERSON"), 0)
    if known and (not person or known <= person):
        return rest[known:]
    field = person or 1  # "Director of Strategic Communications Hope Stone"
    while len(rest) > field + 2 and _is_word(rest[field]):
        field += 1
    return rest[field if len(rest) > 2 else len(rest) :]


def _is_word(token: "Token") -> bool:
    """Is a part of a name a word of the language, as its model of people does not know?"""
    return not {token.lower_, token.lower_.removesuffix("s")}.isdisjoint(word_classes("noun"))


def _is_first(token: "Token", lexicon: Lexicon) -> bool:
    return token.ent_type_ == "PERSON" or lexicon.first_name(token.text) is not None


def _is_title(run: "list[Token]", at: int, lexicon: Lexicon) -> bool:
    """ "Justice" is one before a name, and none in "the Justice Department" or "UK Health Security Agency"; "DC Ann Stone", but "DC Comics"."""
    token, following = run[at], run[at + 1]
    # "General Medical Council"
    ranks = token.lower_ in lexicon.titles_too and not _is_first(following, lexicon)
    body = (token.lower_ in lexicon.departments or ranks) and (
        following.lower_ == "and" or any(t.lower_ in lexicon.organization_words for t in (following, run[-1]))
    )
    if token.text.isupper() and len(token) == INITIALS and not _is_first(following, lexicon):
        return False
    return token.lower_ in lexicon.titles and not body and following.tag_ != "POS"


def without_epithets(runs: "list[list[Token]]", lexicon: Lexicon) -> "list[list[Token]]":
    """ "Honest Mara Quill" is Mara Quill, where the text has her under that name, too."""
    named = [(run, core(run, lexicon)) for run in runs]
    forms = {words_of(name) for _, name in named}
    return [_without_epithet(run, name, forms, lexicon) for run, name in named]


def _without_epithet(
    run: "list[Token]", name: "list[Token]", forms: set[tuple[str, ...]], lexicon: Lexicon
) -> "list[Token]":
    words = words_of(name)
    if len(name) != len(words):
        return run
    for i in range(1, len(words) - 1):
        before = words[:i]
        if lexicon.first_name(words[i]) and words[i:] in forms:
            if not any(lexicon.first_name(w) or w.endswith(".") for w in before):
                return run[run.index(name[i]) :]
    return run


def words_of(name: "list[Token]") -> tuple[str, ...]:
    """The words of what `core` leaves of a run, folded."""
    return folded_words(plain_name("".join(t.text_with_ws for t in name)))


def is_worded(words: list[str], lexicon: Lexicon) -> bool:
    """ "Carbon Ledger", "Essential Grid": two words of the language, and the last is no stone, fox or hill."""
    common = word_classes("noun")
    plain = len(words) == 2 and common.get(words[0], "person") != "person"
    plain = plain and words[0] not in lexicon.name_particles  # "Le Pen"
    return plain and not lexicon.first_name(words[0]) and common.get(words[1]) in WORDED


def is_plain(name: "list[Token]", lexicon: Lexicon) -> bool:
    """ "The developer, Meridian Cloud": words of the language."""
    return all(t.lower_ in word_classes("noun") and not lexicon.first_name(t.text) for t in name)
