"""The door test: would what is said of a speaker without a name lead to one door?"""

from mediakit.analysis import names, people, things
from mediakit.analysis.scene import Ruling, Scene
from mediakit.analysis.sources import Phrase
from mediakit.lexicon import Lexicon
from mediakit.taxonomy import Kind


def by_role(scene: Scene, phrase: Phrase) -> Ruling:
    """The door test: a role with something that narrows it is unnamed, all else is vague."""
    lexicon, words = scene.lexicon, (phrase.span(phrase.tokens),)
    if (
        phrase.head.pos_ == "PROPN"
        and phrase.head.text[:1].isupper()
        and phrase.base[0].tag_ != "CD"  # "One Year 9 told us"
        and not things.one_of_a_group(phrase, lexicon)
        and not any(word in lexicon.people or word in lexicon.titles for word in phrase.heads)
        and not (phrase.plural and phrase.heads & lexicon.organization_words)  # "Israeli NGOs"
        and not (phrase.plural and phrase.head.ent_type_ == "NORP")  # "these Muslim Americans"
        and phrase.word.removesuffix("s") not in lexicon.titles  # "in the hall Ministers urged"
    ):
        name = names.plain_name(scene.text(phrase.span()))
        return Ruling(Kind.NAMED_PERSON, "name", (phrase.span(),), name, runner_up=Kind.ORGANIZATION)
    anchored = _anchored(phrase, lexicon)
    if _leads_to_a_door(phrase, lexicon, anchored):
        return Ruling(Kind.UNNAMED, "door", words, runner_up=Kind.VAGUE)
    return Ruling(
        Kind.VAGUE, "crowd" if phrase.plural and anchored else "empty", words, runner_up=Kind.UNNAMED
    )


def _leads_to_a_door(phrase: Phrase, lexicon: Lexicon, anchored: bool) -> bool:
    empty = bool(phrase.heads & lexicon.empty_heads)
    few = any(t.lower_ in lexicon.quantifiers or t.like_num for t in phrase.base if t is not phrase.head)
    employer = any(
        t.tag_ == "POS" or t.ent_type_ in ("ORG", "PERSON") for t in phrase.tokens if t is not phrase.head
    )
    if phrase.word in ("official", "officials"):
        return employer or any(t.lower_ in lexicon.offices for t in phrase.tokens)
    if phrase.plural:
        if empty:
            return False
        crowd = bool(phrase.heads & lexicon.nouns[Kind.VAGUE]) or _are_of_a_nation(phrase)
        return bool(phrase.heads & lexicon.roles) and (employer or (anchored and (few or not crowd)))
    if empty:
        return False
    role = any(word in lexicon.roles or word in lexicon.titles for word in phrase.heads)
    # "Mayor says pool will open", "Dad says no"
    office = phrase.bare and bool(phrase.heads & (lexicon.titles.keys() | lexicon.kin))
    return anchored or office or (role and phrase.definite)


def _are_of_a_nation(phrase: Phrase) -> bool:
    """ "German journalists": there are thousands."""
    before = [t for t in phrase.base if t.i < phrase.head.i]
    return not phrase.rest and all(t.ent_type_ == "NORP" and t.tag_ == "JJ" for t in before)


def _anchored(phrase: Phrase, lexicon: Lexicon) -> bool:
    """A place, employer or event: a name or owner before the head, or a preposition or clause with a noun after it."""
    before = [t for t in phrase.base if t.i < phrase.head.i]
    if any(
        t.pos_ == "PROPN" or t.tag_ in ("POS", "PRP$") or t.ent_type_ in people.INSTITUTIONS for t in before
    ):
        return True
    if (phrase.definite or not phrase.plural) and any(t.lower_ in lexicon.organization_words for t in before):
        return True  # "a council spokesman", "the county attorneys"
    rest = [t for t in phrase.rest if not t.is_space]
    after = " ".join(t.lower_ for t in rest)
    prepositions = any(after.startswith(a + " ") or f" {a} " in after[:40] for a in lexicon.anchors)
    clause = after.startswith("who ") and bool(
        phrase.heads & lexicon.roles
    )  # "engineers who inspected the mill"
    return (prepositions or clause) and any(t.pos_ in ("NOUN", "PROPN") for t in rest)
