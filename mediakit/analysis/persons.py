"""Whether a name is a person's: what stands in it, before it and behind it, and where else the text has it."""

import re
from typing import TYPE_CHECKING

from mediakit.analysis import firms, introduced, joints, names, nlp, roles, verbs
from mediakit.lexicon import Lexicon
from mediakit.taxonomy import Kind
from mediakit.wordlists import folded, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
INITIAL = re.compile(r"[A-Z]\.$")
OFTEN = 4
"""Places of a name that tell together what it is."""
SHORT = 3
"""Sentences."""
MOST_LETTERS = 4


def judge(
    doc: "Doc", cores: "list[tuple[list[Token], list[Token]]]", surnames: set[str], lexicon: Lexicon
) -> "list[tuple[list[Token], list[Token], bool]]":
    """Each run of words that is a name, with the name in it, and whether it is a person's."""
    runs = [run for run, _ in cores]
    alone = {core[0].lower_ for run, core in cores if len(core) == 1 and _stands_free(doc, run)}
    lone = [run[0] for run in runs if len(run) == 1]
    titled = {
        core[-1].lower_
        for run, core in cores
        if len(core) < len(run) and run[0].lower_ not in lexicon.generic_bodies
    }
    trading = {  # "Corvin", where the text has "Corvin Bank"
        core[0].lower_
        for run, core in cores
        if len(core) == 2
        and core[-1].lower_ in lexicon.organization_words
        and not _is_surname(doc, run, lexicon)
    } - titled
    trading |= {
        t.lower_ for t in lone if firms.is_it(t, lexicon) or firms.is_firm(doc, t, lexicon)
    } - surnames
    trading |= {t.lower_ for t in lone if firms.is_brand(t, lexicon)} - surnames - titled
    trading |= {run[0].lower_ for run in runs if firms.is_led(run, lexicon)} - surnames - titled
    whole = (" ".join(t.text for t in core) for _, core in cores if len(core) > MOST_LETTERS)
    trading |= {names.initials(name) for name in whole} - surnames - titled  # "Desnz"
    located = trading | {t.lower_ for t in lone if firms.stands_in(doc, t, lexicon)}
    located -= surnames | {
        core[-1].lower_ for run, core in cores if len(core) < len(run) and _is_called_mr(run, lexicon)
    }
    speaking = {token.lower_ for token in lone if verbs.is_speaker(token, lexicon)}
    called = {  # "Somchai Rattanakul", where the text has "Mr Somchai"
        core[0].lower_ for run, core in cores if len(core) == 1 and run[0].lower_ in lexicon.titles
    }
    staffed = firms.with_staff(doc, cores, lexicon) | firms.short(cores, surnames | titled, lexicon)
    judged = [
        (
            run,
            name,
            not _is_located(name, located, trading, lexicon)
            and names.words_of(name) not in staffed
            and not _is_bodys(name, surnames | speaking, lexicon)
            and (
                _is_person(doc, run, name, lexicon, alone, speaking)
                or _is_whole(run, called, lexicon)
                or introduced.is_ones_own(name, lexicon)
            ),
        )
        for run, name in cores
    ]
    seldom = _seldom_people(judged, surnames | titled, lexicon)
    return [(run, name, person and names.words_of(name) not in seldom) for run, name, person in judged]


def _seldom_people(
    judged: "list[tuple[list[Token], list[Token], bool]]", known: set[str], lexicon: Lexicon
) -> set[tuple[str, ...]]:
    """Single words that are a person's name in few of their places, with no title, first name or fuller name anywhere: "Vauxhall"; or "the Seanad" somewhere."""
    alone: dict[str, list[bool]] = {}
    things: set[tuple[str, ...]] = set()
    for _, name, person in judged:
        if len(name) == 1 and name[0].lower_ not in known and not lexicon.first_name(name[0].text):
            alone.setdefault(names.words_of(name)[0], []).append(person)
            if _has_article(name[0]):
                things.add(names.words_of(name))
    few = {(word,) for word, votes in alone.items() if len(votes) >= OFTEN * max(1, sum(votes))}
    return few | things


def _has_article(word: "Token") -> bool:
    """ "Passed by the Seanad", not "the Moor | family", "the | late | Moor"."""
    alone = word.i > 0 and word.nbor(-1).lower_ == "the" and word.tag_ == "NNP"
    return (
        alone and word.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and not any(True for _ in word.rights)
    )


def _is_called_mr(run: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Baroness Scotland", "Mr England"."""
    titles = [t for t in run[:-1] if lexicon.titles.get(t.lower_) in ("f", "m")]
    return bool(titles) and titles[-1].i == run[-1].i - 1


def _is_whole(run: "list[Token]", called: set[str], lexicon: Lexicon) -> bool:
    """ "His name is Somchai Rattanakul", where the text has "Mr Somchai"; a headline's "Kestrel Sees Red" is no name."""
    first, last = run[0], run[-1]
    two = first.i + 1 == last.i and not first.is_sent_start and first.nbor(-1).lower_ != "the"
    return two and first.lower_ in called and last.lower_ not in lexicon.organization_words


def _is_bodys(name: "list[Token]", known: set[str], lexicon: Lexicon) -> bool:
    """ "The liberal Dawn movement": nobody, where the text has no Dawn beside."""
    one = len(name) == 1 and name[0].lower_ not in known
    return one and name[0].head.i == name[0].i + 1 and name[0].head.text in lexicon.organization_words


def _is_located(name: "list[Token]", located: set[str], trading: set[str], lexicon: Lexicon) -> bool:
    """A name of one word that the text has somewhere as a place, or one that begins with a firm's, and with no first name."""
    if not name or (folded(name[0].text) in lexicon.first_names and not name[0].text.isupper()):
        return False
    return name[0].lower_ in (located if len(name) == 1 else trading)


def _stands_free(doc: "Doc", run: "list[Token]") -> bool:
    before = doc[run[0].i - 1].lower_ if run[0].i else ""
    return before not in ("the", "in", "at", "from", "near", "of", "to")


def like_places(cores: "list[list[Token]]", lexicon: Lexicon) -> set[str]:
    """Words that speak somewhere, and that the text never has behind "in" or "near": no places, even if some are called so."""
    lone = [core[0] for core in cores if len(core) == 1]
    visited = {t.lower_ for t in lone if _is_visited(t, lexicon)}
    return {t.lower_ for t in lone if verbs.is_speaker(t, lexicon)} - visited - lexicon.places


def _is_visited(token: "Token", lexicon: Lexicon) -> bool:
    """ "In Halden", but not "shares in Halden"."""
    before = token.doc[max(0, token.i - 2) : token.i]
    led = bool(len(before)) and before[-1].lower_ in lexicon.whereabouts
    return led and before[0].lemma_.lower() not in lexicon.traded


def _is_person(
    doc: "Doc",
    tokens: "list[Token]",
    name: "list[Token]",
    lexicon: Lexicon,
    alone: set[str],
    speaking: set[str],
) -> bool:
    """Titles and first names decide, then what stands before; a last word that is used alone is a surname.

    A place is not called by its last word either, so where that word speaks, it is a surname, too.
    """
    if not name:
        return False
    words = [t.lower_ for t in name]
    titled = name[0] is not tokens[0]
    before = doc[name[0].i - 1] if name[0].i else None
    known = lexicon.places if titled else lexicon.known_names
    known = frozenset() if _is_called_mr(tokens, lexicon) else known
    if tokens[0].lower_ == "the" or " ".join(words) in known or _is_made_up(doc, tokens, words, lexicon):
        return False
    around = [t.lower_ for t in doc[max(0, name[0].i - 1) : name[0].i + 2]]
    thing = len(words) == 1 and not titled and around[::2] == ["the", "of"]  # "The Flora of Kent"
    lettered = _has_initial(name) or _is_alias(name, lexicon)
    shouted = len(name) == 1 and name[0].text.isupper()  # "the news agency SANA"
    called = folded(words[0]) in lexicon.first_names and not shouted
    if not thing and (titled or called or lettered):
        return True
    if before is not None and (
        before.lower_ in ("the", "in", "at", "from", "near", "on")
        or before.lower_ in lexicon.organization_words
    ):
        return _is_heard(before, name)
    if len(words) == 1 and words[0] in lexicon.nouns[Kind.VAGUE]:
        return False
    told = False if _is_thing(name) else _by_neighbours(doc, tokens, name, lexicon)
    if told is not None:
        return told
    name = [t for t in name if not joints.is_hyphen(t)]  # "Kim Jong-un" has three words
    labels = [t.ent_type_ for t in name]
    if len(name) > 1 and lexicon.first_name(words[0]) and words[-1] not in lexicon.nouns[Kind.DOCUMENT]:
        return True
    if _described(doc, tokens, lexicon):
        return True
    if len(name) > 1 and (words[-1] in lexicon.place_surnames or words[-1] in lexicon.places):
        free = words[-1] not in lexicon.places and verbs.is_speaker(name[-1], lexicon)
        # "Kestrel Lane", but not "Swim England", which nobody calls "England"
        return words[-1] in speaking or free
    surname = words[-1] if len(name) in (2, 3) and not _is_letters(name[-1]) else ""
    place = bool({"GPE", "NORP", "LOC"} & set(labels))
    apart = words[0] not in lexicon.place_words and all(t.tag_ == "NNP" for t in name)
    if "PERSON" in labels or (surname in alone and not place) or (surname in speaking and apart):
        return True
    if words[0] in lexicon.place_words or words[-1] in lexicon.nouns[Kind.DOCUMENT]:
        return False
    if len(name) == 1:
        return not place and verbs.is_speaker(name[0], lexicon) and _called_so(name[0], lexicon)
    if all(t.text.isupper() and len(t) > 1 for t in name):
        return False  # "GREEN LINK said"
    return not any(labels) and len(name) in (2, 3) and all(t.pos_ == "PROPN" for t in name)


def _is_heard(before: "Token", name: "list[Token]") -> bool:
    """ "The jury heard from Dilys Quill": no place, if the model does not take it for one."""
    return verbs.heard_from(before) and len(name) > 1 and name[-1].ent_type_ == "PERSON"


def _is_surname(doc: "Doc", run: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Sinead Power, 29," is nobody's power: a first name that is no place's, or an age or a role behind the two."""
    if len(run) != 2 or lexicon.first_name(run[0].text) not in ("m", "f"):
        return False
    free = run[1].lower_ in lexicon.surnames_too and run[0].lower_ not in lexicon.places
    return free or _described(doc, run, lexicon)


def _is_one_of_several(name: "list[Token]") -> bool:
    """ "He copied a small Klimt": a picture."""
    return len(name) == 1 and any(c.lower_ in ("a", "an") for c in name[0].lefts)


def _is_made_up(doc: "Doc", tokens: "list[Token]", words: list[str], lexicon: Lexicon) -> bool:
    """ "Halden Water", "Pell & Sons", "Pellow’s said": only a body or a place has such words, and only a shop owns a verb."""
    if [t.lower_ for t in doc[tokens[-1].i + 1 : tokens[-1].i + 3]] == [",", "which"]:
        return True  # "an account called Tallis Truth, which"
    body = words[-1] in lexicon.organization_words and not _is_surname(doc, tokens, lexicon)
    small = {t.lower_ for t in tokens[1:-1] if t.tag_ == "IN" and t.text.islower()} & set(words)
    joined = {"of", "&"} & set(words) or small - lexicon.name_particles - {"in"}  # "Women on Waves"
    if body or names.is_worded(words, lexicon) or joined or _is_one_of_several(tokens):
        return True
    ends = words[-1] in lexicon.place_ends or words[-1] in lexicon.cause_ends
    if len(words) > 1 and (ends or words[0] in lexicon.saints):
        return True  # "Victoria Street", "Shelter Now", "St Patrick’s Day"
    if tokens[0].i and ORDINAL.fullmatch(tokens[0].nbor(-1).text):
        return True  # "21st Century Fox"
    if firms.is_paper(tokens[-1], lexicon):
        return True  # "Les Ondes, a business newspaper"
    if len(tokens) > 1 and tokens[0].lower_.removesuffix("s") in lexicon.generic_bodies:
        return True  # "Airline Norvik", "Bookmakers Ladbrook"
    if len(words) > 1 and tokens[0].text.isupper() and words[0] in lexicon.known_bodies:
        return True  # "BBC Sport"
    if tokens[0].i and tokens[0].nbor(-1).lower_ in lexicon.quantifiers and tokens[-1].tag_ == "NNPS":
        return True  # "many Greeks"
    if firms.has_seat(doc, tokens, lexicon) or _is_constituency(doc, tokens) or _is_somebodys(doc, tokens):
        return True  # "its owner, Delphine Marine, based in Kestrel,"
    if len(tokens) > 1 and joints.is_legal(tokens[-1], lexicon):
        return True  # "Halvorsen Marine AS"
    letters = len(tokens) > 1 and _is_letters(tokens[-1]) and not tokens[0].text.isupper()
    apart = words[-1] in names.SUFFIXES or words[-1] in lexicon.after_names or lexicon.first_name(words[0])
    if letters and not apart:
        return True  # "Lumen AI"
    last = tokens[-1].i + (tokens[-1].text not in joints.OWNING)
    verb = doc[last + 1] if last + 1 < len(doc) and doc[last].text in joints.OWNING else None
    return verb is not None and verb.tag_ in verbs.FINITE and verbs.speaks(verb, lexicon)


def _is_constituency(doc: "Doc", tokens: "list[Token]") -> bool:
    """ "Sir Ivor Stone (Con, Upper Wensley)"."""
    first, last = tokens[0].i, tokens[-1].i
    before, after = [t.text for t in doc[max(0, first - 3) : first]], doc[last + 1 : last + 2]
    return before[::2] == ["(", ","] and after.text == ")"


def _is_somebodys(doc: "Doc", tokens: "list[Token]") -> bool:
    """ "Noor Stone of Fair Machine": where she is from, or whom she works for."""
    before = doc[max(0, tokens[0].i - 2) : tokens[0].i]
    return len(before) == 2 and before[1].lower_ == "of" and before[0].ent_type_ == "PERSON"


def _is_thing(name: "list[Token]") -> bool:
    """ "The fund’s yearly Fiscal Monitor": a common noun that somebody has."""
    last = name[-1]
    owned = any(c.dep_ == "poss" and c not in name for c in last.lefts)
    return len(name) > 1 and owned and last.lower_ in word_classes("noun") and last.ent_type_ != "PERSON"


def _by_neighbours(doc: "Doc", tokens: "list[Token]", name: "list[Token]", lexicon: Lexicon) -> bool | None:
    """What the words around a name say of it: "the harbourmaster, Eskil Brand" is a person, "the operator, Karskom" is none."""
    before = doc[name[0].i - 1] if name[0].i else None
    role = doc[before.i - 1] if before is not None and before.i and before.text == "," else before
    role = introduced.over(role, lexicon) if role is not None else None
    behind = doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    acts = any(verbs.is_finite(t) or t.pos_ in ("ADV", "AUX") for t in behind)
    # "the operator, Karskom, said", not "after the campaign, Quill urged"
    beside = role == before or not acts
    if before is not None and before.text.istitle() and lexicon.titles.get(before.lower_) in ("f", "m"):
        return True  # "Queen Margrethe"
    if _is_moved(name, lexicon):
        return True
    person = role is not None and introduced.is_persons(role, lexicon)
    if role is not None and person and (len(name) > 1 or introduced.is_ones(role, lexicon)):
        return True  # "the writer Gwyn Parry", "the harbourmaster, Eskil Brand"
    if (
        role is not None
        and beside
        and not introduced.speaks_for(role, lexicon)
        and (
            role.lower_ in lexicon.organization_words
            or (role.lower_ in lexicon.trading_roles and (len(name) == 1 or names.is_plain(name, lexicon)))
        )
    ):
        return False  # "the manufacturer, Alpen Cord", "the operator, Karskom"
    after = [t.lower_ for t in doc[tokens[-1].i + 1 : tokens[-1].i + 5]]
    owns = bool(set(after[3:]) & set(joints.OWNING))  # "Zamir Stone, the ministry’s envoy"
    bodies = lexicon.organization_words | lexicon.trading_roles
    if after[:2] == [",", "the"] and set(after[2:3]) & bodies and not owns:
        return False  # "Parlance, the company", "Breen Civil, the contractor"
    return False if firms.has_staff(doc, tokens, lexicon) else None


def _is_moved(name: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Said a shaken Tebeju Asres": whose mood the text tells."""
    before = [t for t in name[0].doc[max(0, name[0].i - 3) : name[0].i] if t.tag_ != "RB"][-2:]
    mood = len(before) == 2 and before[0].lower_ in ("a", "an") and before[1].tag_ in ("JJ", "VBN", "VBG")
    return mood and len(name) > 1 and before[1].text.islower() and verbs.is_speaker(name[-1], lexicon)


def _called_so(token: "Token", lexicon: Lexicon) -> bool:
    """ "Ibarra called it a mistake" and nothing more: an article gives a person's first name, a few sentences need not."""
    surname = token.tag_ == "NNP" and token.text[1:].islower() and token.lower_ not in lexicon.known_bodies
    several = token.is_sent_start and token.lower_.endswith("s")  # "Jurors"
    trades = any(t.lemma_.lower() in lexicon.earnings for t in token.head.subtree)  # "expects sales to fall"
    return surname and not several and not trades and sum(1 for _ in token.doc.sents) <= SHORT


def _is_alias(name: "list[Token]", lexicon: Lexicon) -> bool:
    """The "R." of "who asked to be called only R.": a letter is somebody where the text says so."""
    letter = name[0].text.rstrip(".")
    if len(name) > 1 or len(letter) > 1 or not letter.isupper():
        return False
    return re.search(rf"\b(?:{lexicon.called})\s+{letter}\b", nlp.text(name[0].doc)) is not None


def _has_initial(name: "list[Token]") -> bool:
    """ "Vera R. Stone", "V. Stone", "Vera Stone Jr.": only people have those."""
    initial = any(INITIAL.match(t.text) for t in name[:-1])
    return initial or (len(name) > 2 and name[-1].lower_.rstrip(".") in names.SUFFIXES)


def _is_letters(token: "Token") -> bool:
    """ "Capital B", "Super UW": letters that stand for words are no surname."""
    return token.text.isupper() and len(token) <= MOST_LETTERS


def _described(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Lena Ortiz, director of the clinic" or "Lena Ortiz, 34,": only a person has a role or an age."""
    rest = [t for t in doc[tokens[-1].i + 1 : tokens[-1].i + 10] if not t.is_space]
    if len(rest) < 2 or rest[0].text != ",":
        return False
    if rest[1].lower_ == "who":
        return True
    if re.fullmatch(r"\d{1,2}", rest[1].text):
        return len(rest) > 2 and rest[2].text in (",", ".")
    for token in rest[1:]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "PROPN"):
            return False
        if token.pos_ == "NOUN" and (token.i + 1 >= len(doc) or doc[token.i + 1].pos_ != "NOUN"):
            return roles.is_role(token, lexicon)
    return False
