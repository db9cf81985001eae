"""Fixed forms of words that tell of an attribution: "it is believed", "reportedly", "in the words of", "in her view"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.analysis import nearest, nlp, spans, verbs
from mediakit.lexicon import Lexicon
from mediakit.model import Span, Spans
from mediakit.taxonomy import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MARKS = '“”‘’«»"'
COMMENT = r"(?:\s[—–]\s(?-i:[a-z])[^“‘\"]*)?"  # "the figures — down from eleven"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of words that was found in a sentence; a turn of a dialogue has no cue.

    `aside` tells that cue and source stand between commas: then who and what is surer than what the tagger saw.
    `lone` tells that it counts only where nothing else was found, `asks` that a turn puts a question and claims nothing.
    """

    cue: Span | None
    source: Span | None
    content: Spans
    aside: bool = False
    lone: bool = False
    asks: bool = False


def find(doc: "Doc", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """The patterns of one sentence."""
    tokens = nlp.tokens_in(doc, sentence)
    return [
        *_frames(tokens, nlp.text(doc), sentence, lexicon),
        *_purports(tokens, sentence, lexicon),
        *_documents(doc, tokens, sentence, lexicon),
        *(Pattern(cue, source, (content,)) for cue, source, content in nearest.find(tokens, lexicon)),
        *(_thought_at_last(tokens, sentence, lexicon) or _hidden(doc, tokens, sentence, lexicon)),
        *_reduced(doc, tokens, lexicon),
        *_adverbs(doc, tokens, sentence, lexicon),
        *_alleged(doc, tokens, sentence, lexicon),
    ]


def _frames(tokens: "list[Token]", text: str, sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "In the words of one shopkeeper, “nobody tells us a thing”", and ", according to the police" in the middle or at the end."""
    words = text[sentence.start : sentence.end]
    for frame in lexicon.frames:
        if (match := re.search(rf",\s*({frame})\s+which\s+", words, re.IGNORECASE)) is not None:
            return _by_which(tokens, sentence, *(sentence.start + i for i in (*match.span(1), match.end())))
        told = rf"({frame})\s+((?:[^,“‘\"]|,(?=\d))+?)"  # "a survey of 2,000 adults"
        match = re.match(
            rf"(?:(?:But|And|Yet)\s+)?{told},(?!\d)(?:\s*(?:who|(?:a copy of )?which)\b[^,“‘\"]+,)?\s*",
            words,
            re.IGNORECASE,
        )
        if match and words.rstrip().endswith(":"):
            return []  # "According to Moor, writing for the Courier:", and then what he writes
        if match:
            contents = [Span(sentence.start + match.end(), sentence.end)]
        elif match := re.search(rf",\s*{told}{COMMENT}(?:[.!?]+\)?)?\Z", words, re.IGNORECASE):
            contents = [Span(sentence.start, sentence.start + match.start())]
        elif match := re.search(rf",\s*{told},(?!\d)\s*", words, re.IGNORECASE):
            phrase = Span(sentence.start + match.start(), sentence.start + match.end())
            quoted = words[match.end() : match.end() + 1] in tuple('“‘"«')
            contents = [Span(phrase.end, sentence.end)] if quoted else _beside(tokens, phrase, sentence)
        else:
            continue
        cue, source = (Span(sentence.start + match.start(g), sentence.start + match.end(g)) for g in (1, 2))
        aside = words[: match.start()].strip() != "" and match.end() < len(words)
        return [Pattern(cue, source, tuple(trim(text, c) for c in contents), aside)]
    return []


def _by_which(tokens: "list[Token]", sentence: Span, start: int, end: int, told: int) -> list[Pattern]:
    """ "She cited a letter, according to which the pier is rotten": the letter says so."""
    noun = next((t for t in reversed(tokens) if t.idx < start and t.text != ","), None)
    if noun is None:
        return []
    last = noun
    while noun.head.i < noun.i and (noun.head.pos_ in ("NOUN", "PROPN") or noun.head.dep_ == "prep"):
        noun = noun.head
    content = trim(nlp.text(noun.doc), Span(told, sentence.end))
    return [Pattern(Span(start, end), verbs.stretch(noun.left_edge, last), (content,), aside=True)]


def _beside(tokens: "list[Token]", phrase: Span, sentence: Span) -> list[Span]:
    """What stands before a phrase between commas, what stands behind it, or both, where it parts a subject from its verb."""
    before, after = Span(sentence.start, phrase.start), Span(phrase.end, sentence.end)
    last = next((t for t in reversed(tokens) if t.idx < phrase.start), None)
    if last is not None and last.pos_ == "CCONJ":
        return [after]
    if last is not None and verbs.reaches_over(last, phrase.end):
        return []  # "a shop that, according to its owner, is dying" is `inserted`'s
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    return [before, after] if root is not None and root.idx >= phrase.end else [before]


def _purports(tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "Anglers at the river mouth purport to have caught two": whoever stands before the verb claims what comes behind it."""
    for before, verb, to in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            verb.lower_ in lexicon.purporting
            and to.lower_ == "to"
            and before.pos_ in ("NOUN", "PROPN", "PRON")
        ):
            text, end = nlp.text(verb.doc), verb.idx + len(verb)
            if any(t.text in (",", ";", ":") or t.dep_ == "mark" for t in tokens if t.i < verb.i):
                return []
            stop = verbs.to_semicolon(tokens, to, sentence.end)
            source, told = trim(text, Span(sentence.start, verb.idx)), Span(to.idx, stop)
            return [
                Pattern(
                    Span(verb.idx, end), Span(source.start, before.idx + len(before)), (trim(text, told),)
                )
            ]
    return []


def _documents(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "The annual report puts the profit at 12 million" and "The bridge was unsafe, an inquiry has found"."""
    for verb in tokens:
        shown = _shown(verb, lexicon)
        # "the memos have shown", not "memos shown to the jury appeared to back her"
        helped = any(c.dep_ == "aux" for c in verb.lefts)
        if shown is None or verb.tag_ not in (*verbs.FINITE, "VBN" if helped else ""):
            continue
        subject = verbs.acting(verb)
        as_ = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "as"), None)
        if (
            subject is None
            or not _is_paper(subject, verb, lexicon)
            or not (verb.dep_ in ("ROOT", "ccomp") or as_ or verbs.misled(verb))
            or any(c.dep_ in ("neg", "auxpass") for c in verb.children)
            or any(c.lower_ == "no" for c in subject.children)
        ):
            continue
        first, last = doc[max(subject.left_edge.i, tokens[0].i)], verbs.last(subject)
        source = trim(nlp.text(doc), Span(first.idx, last.idx + len(last)))
        helper = next((c for c in verb.children if c.dep_ == "aux" and c.i < verb.i), verb)
        cue = Span(min(helper.idx, verb.idx), shown.idx + len(shown))
        after = trim(nlp.text(doc), Span(cue.end, _to_frame(nlp.text(doc), sentence, lexicon)))
        if after.length and all(t.pos_ == "ADV" for t in nlp.tokens_in(doc, after)):
            continue  # "the figures suggest otherwise"
        before = trim(nlp.text(doc), Span(sentence.start, source.start if as_ is None else as_.idx))
        follows = nlp.text(doc)[cue.end : sentence.end].lstrip()
        if before.length and after.length and follows.startswith(",") and nlp.text(doc)[before.end] == ",":
            return [Pattern(cue, source, (before, after), aside=True)]
        if after.length and (as_ is None or (not before.length and follows.startswith(","))):
            return [Pattern(cue, source, (after,))]
        if before.length and nlp.text(doc)[before.end : source.start].strip() in (",", ", as"):
            return [Pattern(cue, source, (before,), aside=True)]
    return []


def _is_paper(subject: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """ "The report", and the one of "one, dated last May, records that"."""
    one = subject.lower_ == "one" and verb.lemma_.lower() in lexicon.recording
    return bool({subject.lower_, subject.lemma_.lower()} & lexicon.nouns[Kind.DOCUMENT]) or (
        one and any(c.dep_ == "ccomp" for c in verb.rights)
    )


def _to_frame(text: str, sentence: Span, lexicon: Lexicon) -> int:
    """Where ", according to a copy seen by a paper" begins, at the end of a sentence; else its end."""
    words = text[sentence.start : sentence.end]
    match = re.search(rf",\s+(?:{'|'.join(lexicon.frames)})\s[^,“”‘]+\Z", words, re.IGNORECASE)
    return sentence.end if match is None else sentence.start + match.start()


def _shown(verb: "Token", lexicon: Lexicon) -> "Token | None":
    """The verb by which a document speaks: "shows", "appears to show", and what "makes" something "clear"."""
    if verb.lemma_ in lexicon.making:
        return next((c for c in verb.rights if c.lemma_.lower() in lexicon.plain), None)
    if verb.lemma_.lower() in lexicon.showing_verbs:
        return verb
    if verb.lemma_.lower() not in lexicon.seeming:
        return None
    return next(
        (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in lexicon.showing_verbs), None
    )


def _hidden(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """A passive of saying or thinking that leaves its agent out."""
    found = []
    for verb in tokens:
        if verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in lexicon.hidden_verbs:
            continue
        helper = [
            c
            for c in verb.children
            if (c.lemma_ == "be" or c.lower_ in ("'s", "’s"))
            and c.i < verb.i
            and c.dep_ in ("auxpass", "aux")
        ]
        if not helper or any(c.dep_ in ("agent", "neg") for c in verb.children):
            continue
        if nearest.by_passive(verb, lexicon) is not None or verbs.only_may(verb, lexicon):
            continue
        subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj", "expl")), None)
        cue_start = next(
            (c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), helper[0]
        )
        cue = Span(cue_start.idx, verb.idx + len(verb))
        content = _complement(doc, tokens, verb, subject, sentence, lexicon)
        if content:
            found.append(
                Pattern(
                    cue if subject is None or subject.lower_ != "it" else Span(subject.idx, cue.end),
                    None,
                    content,
                )
            )
    return found


def _thought_at_last(tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "He will get £900,000, | it is understood.", "the cellar is wet, | I’m told."."""
    words = [t for t in tokens if not (t.is_punct or t.is_space)][-3:]
    if len(words) < 3 or words[0].i <= tokens[0].i or words[0].nbor(-1).text not in (",", "–", "—"):
        return []
    who, verb, lemma = words[0], words[2], words[2].lemma_.lower()
    hidden = lexicon.hidden_verbs if words[1].lemma_ == "be" else lexicon.emerging
    thought = who.lower_ == "it" and words[1].lemma_ in ("be", "have") and lemma in hidden
    are_told = words[1].lemma_ == "be" and lemma in lexicon.hearing
    ours = lexicon.pronouns.get(who.lower_) == "s" and (are_told or verbs.am_told(verb, lexicon))
    if not (thought or ours):
        return []
    told = trim(nlp.text(verb.doc), Span(sentence.start, who.nbor(-1).idx))
    return [Pattern(Span(who.idx, verb.idx + len(verb)), None, (told,), aside=True)]


def _reduced(doc: "Doc", tokens: "list[Token]", lexicon: Lexicon) -> list[Pattern]:
    """ "A man believed to be in his thirties": the passive without its helper."""
    for verb in tokens:
        if not verb.text.endswith(("ed", "id", "ght", "ood", "ld")):
            continue
        before = doc[verb.i - 1] if verb.i else verb
        to = verbs.thought_to(verb, lexicon)
        if (
            to is None
            or verb.lower_ != verb.text
            or not (before.pos_ in ("NOUN", "PROPN") or before.text == ",")
        ):
            continue
        stop = next((t for t in tokens if t.i > to.i and t.text in ",;:—–"), None)
        end = stop.idx if stop is not None else tokens[-1].idx + len(tokens[-1])
        return [
            Pattern(Span(verb.idx, verb.idx + len(verb)), None, (trim(nlp.text(doc), Span(to.idx, end)),))
        ]
    return []


def _complement(
    doc: "Doc",
    tokens: "list[Token]",
    verb: "Token",
    subject: "Token | None",
    sentence: Span,
    lexicon: Lexicon,
) -> Spans:
    """What was said or thought: the clause after "it is believed", else the subject and what it was called."""
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is None:
        return ()
    leads = after.lower_ == "to" and after.tag_ == "TO" and verb.lemma_.lower() in lexicon.thought_of
    thought = leads and after.i + 1 < len(doc) and after.nbor(1).tag_ in ("VB", "RB")  # not "held to account"
    if subject is None:  # "has pleaded guilty and is expected to testify"
        joined = thought and verb.dep_ == "conj"
        return (trim(nlp.text(doc), Span(after.idx, _clause_end(doc, verb, sentence))),) if joined else ()
    if subject.lower_ == "it" and after.lower_ == "to":  # "it was put to her that"
        told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > after.i + 1), None)
        after = told.left_edge if told is not None else after
    where = next((c for c in after.rights if c.dep_ == "pobj"), None) if subject.lower_ == "it" else None
    if where is not None and where.i + 1 < len(doc) and where.nbor(1).lower_ == "that":
        after = where.nbor(1)  # "it is whispered in the capital that"
    rest = trim(nlp.text(doc), Span(after.idx, _clause_end(doc, verb, sentence)))
    if rest.end <= rest.start:
        return ()
    clause = any(
        c.dep_ in ("ccomp", "xcomp", "oprd", "acl", "advcl") or (c.dep_ == "prep" and c.lower_ == "as")
        for c in verb.children
    )
    ours = subject.lower_ in ("we", "i") and verb.lemma_.lower() == "tell"
    if ours and after.lower_ not in ("by", "to", ","):
        return (rest,)
    if after.lower_ == "by":
        return ()
    if subject.lower_ == "it" and after.lower_ != "as" and (clause or after.lower_ == "that"):
        return (rest,)
    predicates = (c for c in verb.rights if c.dep_ == "oprd" and c.pos_ in ("ADJ", "NOUN"))
    judged = verb.lemma_.lower() in lexicon.branding and next(predicates, None) is not None  # "called unsafe"
    named = judged or (after.lower_ == "as" and verb.lemma_.lower() in lexicon.called_as)
    if not named and not thought:
        return ()
    first = doc[max(subject.left_edge.i, tokens[0].i)]
    return (trim(nlp.text(doc), Span(first.idx, subject.idx + len(subject))), rest)


def _clause_end(doc: "Doc", verb: "Token", sentence: Span) -> int:
    """The end of the sentence, of the dashes that the verb stands in, or of its clause where another main verb follows."""
    for child in verb.children:
        if (
            child.dep_ == "conj"
            and child.i > verb.i
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        ):
            return child.left_edge.idx
    text = nlp.text(doc)
    inside = sum(c in "—–" for c in text[sentence.start : verb.idx]) % 2 == 1
    closed = [at for d in "—–" if (at := text.find(d, verb.idx, sentence.end)) >= 0]
    return min(closed) if inside and closed else sentence.end


def _beside_marks(verb: "Token") -> bool:
    """ "Allegedly replied: “Ship it”", "“Ship it,” the aide allegedly said": that is the verb's own quotation."""
    subject = verbs.subject(verb, "nsubj")
    first = subject.left_edge.i if subject is not None else verb.i
    beside = (*verb.doc[max(first - 1, 0) : first], *verb.doc[verb.i + 1 : verb.i + 2])
    return any(t.text == ":" or t.is_quote for t in beside)


def _adverbs(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "The minister reportedly resigned": one word says that somebody else told it."""
    found = []
    for token in tokens:
        if token.lower_ in lexicon.adverbs and not (
            _beside_marks(token.head) or nearest.by_adverb(token, lexicon)
        ):
            cue = Span(token.idx, token.idx + len(token))
            found.append(Pattern(cue, None, around(nlp.text(doc), sentence, cue)))
    return found[:1]


def _alleged(doc: "Doc", tokens: "list[Token]", sentence: Span, lexicon: Lexicon) -> list[Pattern]:
    """ "His alleged debts": one adjective says that somebody claims them."""
    for token in tokens:
        if token.lower_ not in lexicon.alleging or token.dep_ != "amod" or token.head.i <= token.i:
            continue
        noun = token.head
        first, last = doc[max(noun.left_edge.i, tokens[0].i)], doc[min(noun.right_edge.i, tokens[-1].i)]
        cue = Span(token.idx, token.idx + len(token))
        pieces = around(nlp.text(doc), Span(first.idx, last.idx + len(last)), cue)
        return [Pattern(cue, None, tuple(p for p in pieces if p.length > 3))]
    return []


def around(text: str, sentence: Span, phrase: Span) -> Spans:
    """What a sentence has before and behind a phrase."""
    pieces = (Span(sentence.start, phrase.start), Span(phrase.end, sentence.end))
    return tuple(t for p in pieces if (t := trim(text, p)).length)


def trim(text: str, span: Span) -> Span:
    return spans.trim(text, span, spans.EDGE, spans.EDGE)
