"""What each rule is worth: `python -m benchmarks.ablation --spans CORPUS`. The analysis runs once without each of them.

Parsing and tagging are done once a text. Writes benchmarks/results/ablation.json: for each rule the scores without it
less the scores with it, in points, and how many of the invented sentences in the tests fail without it. The corpora have
no names and few rare forms, so a rule may move no score; one that no sentence misses either lacks a sentence, or has to go.
"""

import argparse
import contextlib
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import mediakit
from benchmarks import gold as g
from benchmarks import store, stress, tally
from mediakit.analysis import (
    acting,
    agents,
    animals,
    anonymity,
    asides,
    back,
    beside,
    blocks,
    bodies,
    borders,
    claims,
    clauses,
    commons,
    contents,
    coref,
    cueing,
    described,
    dialogue,
    doors,
    ends,
    famous,
    firms,
    fits,
    forms,
    further,
    guards,
    headings,
    headlines,
    holding,
    hyphens,
    inserted,
    interviews,
    joints,
    kinds,
    labels,
    linking,
    lists,
    nameless,
    names,
    nearest,
    nlp,
    offices,
    owned,
    owners,
    pairs,
    patterns,
    people,
    persons,
    quotes,
    recorded,
    roles,
    sentences,
    several,
    signatures,
    silent,
    sources,
    spans,
    speakers,
    splits,
    spokespeople,
    subjects,
    tagger,
    tails,
    things,
    titles,
    told,
    unsaid,
    verbs,
)

SENTENCES = Path(__file__).parents[1] / "tests" / "analysis" / "test_attributions.py"
ASKED = ("sentence", "found", "source", "end to end", "direct", "partial", "indirect")


def first(*given: Any) -> Any:
    """The rule changes nothing."""
    return given[0]


def both(link: Any, after: Any, _: Any) -> Any:
    """The rule changes neither of two links."""
    return link, after


def nothing(*_: Any) -> list[Any]:
    """The rule finds nothing."""
    return []


def never(*_: Any, **__: Any) -> bool:
    return False


def always(*_: Any) -> bool:
    return True


def remember(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same text gives the same answer."""
    known: dict[Any, Any] = {}

    def answer(text: str, *rest: Any) -> Any:
        key = (text, *(r for r in rest if isinstance(r, tuple)))
        if key not in known:
            known[key] = function(text, *rest)
        return known[key]

    return answer


PLAIN = remember(tagger.read)
RULES: list[tuple[str, Any, str, Any]] = [
    ("quotation marks", quotes, "find", lambda *_: ()),
    ("one cost for each change of role", spans, "_best_path", lambda scores: scores.argmax(-1).tolist()),
    ("a line break is a full stop for the tagger", tagger, "read", lambda text, *_: PLAIN(text)),
    ("loose words are slips", contents, "_worth", always),
    (
        "an unquoted content ends with its line",
        contents,
        "_in_lines",
        lambda text, reading, tagged, *_: [tagged],
    ),
    ("a long or unclosed quotation needs the tagger's word", contents, "_trusted", always),
    (
        "what stands beside a finished quotation is cut off",
        contents,
        "_outside",
        lambda text, tagged, *_: tagged.span,
    ),
    ("pieces of one cue are one attribution", linking, "_group", first),
    ("a quotation goes on from the one before", linking, "_continue", lambda text, links, *_: links),
    ("the source is “who” alone", linking, "_last_word", lambda text, reading, content, source: source),
    ("cue and source stand in the same paragraph", linking, "_block", lambda *_: None),
    ("marks, datelines, relative words at a source's edge", ends, "trim", first),
    ("the subject of the cue's verb", subjects, "own", lambda link, source, *_: source),
    ("the clause of a source's “who” is whole", speakers, "_whole_clause", first),
    ("the article belongs to its noun", borders, "_with_determiner", first),
    ("a content ends with the clause of its “who”", borders, "_in_relative_clause", first),
    ("“released a report alleging”: the report speaks", speakers, "_speaking_document", first),
    ("a name behind a dash signs the quotation", signatures, "signed", lambda *_: None),
    ("the verb beside a quotation says who speaks", beside, "mend", first),
    ("a cue that stands in the content", beside, "_told_inside", lambda *_: None),
    ("the subject of another verb does not speak", subjects, "_has_own_verb", never),
    ("who is told or expected does not speak", subjects, "_is_told", never),
    ("“was all that she would say”", beside, "_was_all", lambda *_: None),
    ("who did something right before a quotation says it", speakers, "_after_deed", first),
    ("what only describes a subject does not speak", subjects, "_within", never),
    ("a name behind its noun belongs to it", verbs, "named_beside", first),
    ("a source has its whole name", ends, "_whole_name", lambda page, kept, span: span),
    ("the cue right before a content is its own", linking, "_beside", lambda *_: None),
    ("the subject before words between commas", asides, "_with_subject", first),
    ("the verb before words between commas", asides, "_with_verb", first),
    ("what else the speaker does is not said", borders, "_to_next_verb", first),
    ("contents do not overlap", pairs, "_apart", both),
    ("a finished quotation belongs to its paragraph", linking, "_is_over", never),
    ("who listens does not speak", verbs, "hears", never),
    ("who wrote the text has not spoken in it", signatures, "in_byline", never),
    ("a name in the clause of “who” does not speak", subjects, "_in_clause_of", never),
    ("“admittedly” is no cue", guards, "_only_adverb", never),
    ("only what the cue's verb governs is said", borders, "_without_aside", first),
    ("what stands between dashes ends with them", asides, "_to_dash", first),
    ("what is said in brackets ends there", asides, "_within_brackets", first),
    ("two verbs of speaking are two attributions", splits, "parts", lambda link, *_: (link,)),
    ("a content cut in a phrase ends at its comma", tails, "_to_comma", first),
    ("what stands before a colon is the writer's", borders, "_past_colon", first),
    ("“but would not say” is no claim", tails, "_to_refusal", first),
    ("what becomes of a demand is the writer's", tails, "_to_wording", first),
    ("“said X before claiming Y” is two attributions", splits, "_before_claiming", never),
    ("a few quoted words do not end the sentence around them", contents, "_is_woven", never),
    ("when, and to what question, somebody spoke is not said", asides, "_without_setting", first),
    (
        "a turn ends where the text tells of its speaker",
        dialogue,
        "_own_words",
        lambda text, turn, end, *_: end,
    ),
    ("“Sofie in 't Veen” is one name", joints, "_is_in", never),
    ("“it emerged” has no source", subjects, "_emerges", never),
    ("“said when asked whether he would”", cueing, "before_question", first),
    ("“a sign that read “Stay””", told, "_reads", nothing),
    ("who speaks below a headline says nothing in it", speakers, "_is_below", never),
    (
        "a name in small letters, though a dateline has capitals",
        people,
        "_in_small_letters",
        lambda entity, text: entity.name,
    ),
    ("a form’s content ends with its quotation", patterns, "_with_marks", lambda pattern, page: pattern),
    ("“According to the file, which she keeps, it was late”", fits, "led_into", never),
    ("“clips shared on WhatsApp purport”", fits, "runs_over", never),
    ("“told, in a letter obtained by the Courier”", verbs, "seen_paper", lambda *_: None),
    ("“reported that …, and a doctor demanded that …”", splits, "_another_says", lambda *_: None),
    ("“a committee I had never heard of announced”", cueing, "behind_contact", first),
    ("“declined to comment on “it”” is a refusal", told, "_refuses", never),
    ("“It was loud.” Anna Roth, 34, nurse", signatures, "_below", lambda *_: None),
    ("headline: “Dam was unsafe – report”", titles, "_behind", lambda *_: None),
    ("headline: “Roth to miners: …”", titles, "_addressed", lambda *_: None),
    ("headline: “‘Nobody told us’: families”", titles, "_quoted", lambda *_: None),
    ("“Nurse warns of heat” names nobody", commons, "_is_trade", never),
    ("“for president, Mike Moor” begins with the name", ends, "_behind_phrase", lambda *_: None),
    ("“was met with “Shame!” at a fair, she said” goes on to its cue", contents, "_goes_past", never),
    ("the verb right before its own “that” is the cue", cueing, "own", first),
    ("one surname in a few sentences is a person", persons, "_called_so", never),
    ("a name behind a spokesman for a body is a person's", persons, "_speaks_for", never),
    ("a name right behind what a person is", described, "title_behind", lambda *_: None),
    ("a source close to “the governor, Ruben Stone,” is not Stone", described, "_of_another", never),
    ("“the Finn” is who was named before", back, "by_stand_in", lambda *_: None),
    ("“a Department of Health spokesperson”", sources, "_in_name", never),
    ("letters in brackets make a name whole", joints, "_abbreviated", never),
    ("a force may have two places in its name", joints, "_two_places", never),
    ("“reports in Portugal”: where, not who", subjects, "_is_place", never),
    ("form: “rumours swirled that”", told, "_swirls", nothing),
    ("who faces accusations does not accuse", subjects, "_is_target", never),
    ("what becomes of a claim is the writer's", borders, "_of_noun", first),
    ("what is done to somebody is not said", unsaid, "does", never),
    ("“has said little” is no claim", unsaid, "_says_nothing", never),
    ("bodies that readers know, of several words", names, "_known", lambda *_: None),
    ("commas in one name: a department and its fields", lists, "whole", lambda *_: None),
    (
        "a long quotation goes on in the next paragraph, wherever it began",
        quotes,
        "_is_led_in",
        lambda *_: False,
    ),
    ("who has a mood is a person", persons, "_is_moved", lambda *_: False),
    (
        '"it" is the body met in the clause above',
        back,
        "IT",
        tuple(ask for ask in back.IT if ask is not bodies.met),
    ),
    ('the gender of "one father named Firas"', roles, "_called", lambda *_: []),
    ("when and where it was said claims nothing", claims, "_circumstances", lambda *_: []),
    ("“as a “disgrace” | on Tuesday on the radio”", claims, "_occasion", lambda *_: []),
    ("a president who does nothing is another one", coref, "_is_other", lambda *_: False),
    ("journalists of a nation are a crowd", doors, "_are_of_a_nation", lambda *_: False),
    ("an FSA commander, and the FSA commander", back, "_is_same", lambda *_: False),
    ('the name before "news agency"', bodies, "_before_trade", lambda words, _: words),
    ("the whistleblower group is who spoke right before", bodies, "_spoke_last", lambda *_: None),
    ("letters in brackets before a name", described, "_without_letters", lambda words: iter(words)),
    ("the office of whom readers know", famous, "hear_offices", lambda *_: None),
    ('"British company Noble Calder" is no person', firms, "_is_called_firm", lambda *_: False),
    ("a source in the White House, who", sources, "_over_body", lambda noun: noun),
    ("a word that is seldom a person's name", persons, "_seldom_people", lambda *_: set()),
    ('"when he claimed" is who acts in what is told', back, "told_with", lambda *_: None),
    ("the first of several bodies stands for all", bodies, "by_names", lambda *_: None),
    ("the first of two people stands for both", kinds, "_first_of", lambda scene, phrase, entity: entity),
    ("who says it at the end of a source", subjects, "_inner", lambda *_: None),
    ("a source from the mark of a title on", ends, "_from_mark", lambda start, *_: start),
    ("half a clause at the end of a source", ends, "_without_half", first),
    ("a cue ends before whom it quotes", cueing, "before_source", first),
    ("a surname that is a pronoun, too", names, "_is_he", lambda *_: False),
    ("a chapter is the book", things, "_with_passage", lambda *_: None),
    ("a firm that a sentence only describes", things, "_trading", lambda *_: None),
    ("senior figures are people", things, "_are_people", never),
    ("form: “villagers spoke of wells that”", told, "_spoke_of", nothing),
    ("“an audit found last year” between commas", inserted, "_reported", lambda *_: None),
    ("form: “her position is that”", told, "_is_that", nothing),
    ("whose claim another one takes up", owned, "mend", first),
    ("“the zoo” is Harrow Zoo", bodies, "called_by", lambda *_: None),
    ("“a spokeswoman for the vineyard” speaks for a body", spokespeople, "_body_noun", lambda *_: None),
    ("a name with a spokesperson is a body's everywhere", firms, "with_staff", lambda *_: set()),
    ("the Bureau of Rivers and Old Canals has one name", joints, "_two_fields", never),
    ("the Republican leader is not the Democratic one", roles, "parties", lambda *_: set()),
    ("a lone word that English has not is a name", nlp, "_is_strange", never),
    ("“her attorneys” are no crowd", back, "_of_another", lambda *_: None),
    ("a heading between paragraphs is a line of its own", sentences, "_is_subhead", never),
    (
        "an office “of” a place names no person",
        names,
        "_behind_office",
        lambda rest, _: rest[2:] if rest[0].lower_ == "of" else rest,
    ),
    ("a participle between commas has no speaker", subjects, "_is_reduced", never),
    ("“it” may be a body without a name", things, "_nameless_body", lambda *_: None),
    ("“a British one” is a document like the last", back, "_another", lambda *_: None),
    ("a firm between commas has its name", things, "_capital", lambda *_: None),
    ("nobody is nobody", verbs, "nobody_does", never),
    ("“seemed calculated”: it seems so to the writer", unsaid, "appears", never),
    ("“one suspects” is the writer", guards, "_writers_one", never),
    ("“Analysis:” does not speak", guards, "_is_heading", never),
    ("“asked whether” is a question put to a speaker", unsaid, "was_asked", never),
    ("“declined to comment” is no claim", unsaid, "refuses", never),
    ("a denied passive is no claim", unsaid, "denied_passive", never),
    ("“I”, “the world” are nobody else", guards, "_nobody", never),
    ("titles are no quotations", guards, "_is_title", never),
    ("a thing and a passive are no attribution", guards, "_bare_passive", never),
    ("a relative clause is not what was said", guards, "_relative", never),
    ("what has no marks does not go on", guards, "_goes_on", always),
    ("what is shown, and what a deal promises", unsaid, "shows", never),
    ("“what is beyond dispute” is the writer's", unsaid, "undisputed", never),
    ("words whose cue comes in a later sentence", guards, "_strayed", never),
    ("“the remarks mark a departure”: the writer says so", guards, "_names_words", never),
    ("a cue without a source must have lost one", guards, "_removed", always),
    ("turns of a dialogue", dialogue, "find", nothing),
    ("what a source tells of others", fits, "part_of", never),
    ("a further sentence needs a sure tagger", contents, "_goes_on", always),
    ("form: a verb of speaking and its “that”", told, "_told_that", nothing),
    ("form: a speaker between commas", inserted, "_between_commas", nothing),
    ("form: a speaker behind the verb between commas", inserted, "_behind_verb", nothing),
    ("form: “what aides described as”", told, "_what_called", nothing),
    ("form: an order with marks", told, "_told_to", nothing),
    ("form: what is asked for, with marks", told, "_urged", nothing),
    ("form: the nearest speaker of what is reported", nearest, "find", nothing),
    ("who acts in a clause of another one comes behind it", acting, "_is_embedded", never),
    ("what the text says somebody is", holding, "told", lambda *_: set()),
    ("what the text calls a body", holding, "told_of_body", lambda *_: set()),
    ("“the company” is the nearest body that may trade", bodies, "trading", lambda *_: None),
    ("“the Norwegian” is who was called so", coref, "by_party", lambda *_: None),
    ("whose age was told", back, "_of_age", lambda *_: None),
    ("whose office a name tells", owners, "_other_name", never),
    ("whose office a noun tells", owners, "_other_noun", never),
    ("the deputy mayor is not the mayor", owners, "_other_rank", never),
    ("a chief strategist is no chief", roles, "_ranks", never),
    ("a letter that somebody is called by", persons, "_is_alias", never),
    ("who has an alias is anonymous under it", described, "_alias", lambda *_: None),
    ("“Quill shrugs”: that is what Quill does", acting, "_does", never),
    ("form: “according to which”", forms, "_by_which", nothing),
    ("two roles without an article are one person", described, "second_role", lambda *_: None),
    ("a man without a name is not who is named later", back, "is_another", never),
    ("form: “on reports that”", told, "amid", nothing),
    ("whom somebody spoke to replies", back, "answering", lambda *_: None),
    ("a son-in-law is no law", sources, "_relative_by_marriage", first),
    ("the family-owned company", bodies, "_is_compound", never),
    ("what a relative clause tells", asides, "_in_relative", first),
    ("“who police believe”: the police believe it", subjects, "_is_nearer", never),
    ("what somebody does, saying it", guards, "_meanwhile", never),
    (
        "what the sentence of a pronoun promises",
        described,
        "promised",
        lambda scene, phrase, sentence, ruling: ruling,
    ),
    ("“her spaniel, Biscuit” does not speak", animals, "_is_animal", never),
    ("a place that the text never visits", persons, "_is_visited", always),
    ("“the Ledger” is a newspaper", things, "_is_paper", never),
    ("whose “own admission” it is", sources, "_owner", lambda *_: None),
    ("an office with capitals is no name", silent, "_is_office", never),
    ("who is led away muttering speaks", subjects, "_goes_along", never),
    ("another tense after “but”", verbs, "is_present", never),
    ("a day is no part of a name", names, "_is_when", never),
    ("the first half of “Hyun-woo Bae”", joints, "_before_surname", never),
    ("a verb that the parser takes for a name", beside, "_with_name_behind", first),
    ("who hears it is in no content", borders, "_past_hearer", first),
    ("since when it is said is in no content", borders, "_past_when", first),
    ("a subject that the parser gives to the cue", asides, "_taken", lambda *_: None),
    ("form: “was how the minister described it”", inserted, "_was_how", nothing),
    ("“a petition demanding that he go” ends there", borders, "_of_participle", first),
    ("a semicolon parts a name from an office", holding, "_apart", never),
    ("“posted @skyeguy” has a source", beside, "_with_handle", first),
    ("the verb right before a content is its cue", cueing, "between", first),
    ("what governs the cue is no content of it", borders, "_to_semicolon", first),
    ("“the fund’s Fiscal Monitor” is a thing", persons, "_is_thing", never),
    ("“Crofter Donald Stone” is Donald Stone", names, "_does", never),
    ("letters with points stay large in headlines", headlines, "_is_letter", never),
    ("another secretary than the one who spoke", back, "_is_others", never),
    (
        "“the pier is, says its owner, a great place”",
        inserted,
        "_before_rest",
        lambda subject, _: subject.right_edge,
    ),
    ("a name whose first word the text has behind “Mr”", persons, "_is_whole", never),
    ("“they said” is no papers’ where several spoke", several, "_several_spoke", never),
    ("“Speaker of the House Ana Quill”", described, "_has_more", never),
    ("whom the writer asked answers", acting, "_asks_writer", never),
    ("“a suggestion Boyle called vile” is the writer’s", tails, "_told_of", never),
    ("“dismissed by the ministry | as ‘theatre’”", agents, "_as_called", first),
    ("how she says it is in no content", borders, "_past_manner", first),
    ("labels of a transcript in lines of their own", labels, "ALONE", labels.NAMED),
    ("what a label alone tells of a speaker", labels, "ruling", lambda *_: None),
    ("a post with capitals is no name", offices, "_is_post", never),
    ("nicknames in the middle of a name", names, "_nicknames", lambda *_: set()),
    ("a name that was given up stays given up", kinds, "_still_renamed", lambda _, ruling: ruling),
    ("form: “let it be known”", told, "_let_know", nothing),
    ("form: “told workers at the plant that”", told, "_behind_hearers", lambda *_: None),
    ("what was done with the words belongs to the cue", cueing, "whole", first),
    ("“learned from residents”: they tell it", agents, "_with_teller", first),
    ("“received a letter”: it tells it", agents, "_with_letter", first),
    ("an object that a participle describes", speakers, "_described", lambda *_: None),
    ("the subject of the clause before a pronoun", silent, "_in_clause", nothing),
    ("who asks somebody is not who answers", verbs, "asks", never),
    ("“both”, “one of them”: those who spoke as several", several, "counted", lambda *_: None),
    ("two with names who acted are “they”", several, "_joined", lambda *_: None),
    ("what is clear or unclear is so to the writer", unsaid, "unclear", never),
    ("who asks in an interview does not answer", interviews, "_asks", never),
    ("what is put to somebody without a question mark", dialogue, "_prompts", never),
    ("what asks for no name is no claim", anonymity, "covers", never),
    ("whose name is withheld, by the verb", anonymity, "_subject", lambda *_: None),
    ("a footnote that names were changed", described, "_footnote", lambda *_: None),
    ("“the 18-year-old striker” is who acted last", back, "_by_epithet", lambda *_: None),
    ("words that a line’s end cut in two", hyphens, "join", lambda text, _: hyphens.Whole(text)),
    ("who has seen a paper does not say it", unsaid, "_is_seen", never),
    ("who only asked is not “he”", silent, "asked_of", never),
    ("a post is no part of a firm’s name", names, "_is_firm", never),
    ("a speaker between commas is no content", fits, "misplaced", never),
    ("form: “there have been suggestions that”", told, "_there_are", nothing),
    ("form: “or so she says”", inserted, "_or_so", nothing),
    ("a source swallowed what “according to” tells", fits, "swallows", never),
    ("who is told something is no claim", guards, "_is_hearer", never),
    ("a condition belongs to what it is for", pairs, "_with_condition", both),
    ("another tense than the told one is the writer's", borders, "_to_now", first),
    ("“in what investigators called”", splits, "_in_what", lambda *_: None),
    ("a body that acted later is “it”", things, "_acts", never),
    ("“the regulator” by its task", bodies, "_alike", lambda *_: None),
    ("“Bertha, she argues” is not Bertha’s", back, "not_told_of", lambda scene, _: scene.entities),
    ("who is named in a quotation has not spoken", nameless, "_is_quoted", never),
    ("a source ends where its cue begins", speakers, "_before_cue", first),
    ("who asked did not say what is said of the answer", subjects, "_has_asked", never),
    ("form: “so the story goes,” in the middle", inserted, "_goes_round", never),
    ("a firm by the end of its name", firms, "is_brand", never),
    ("an owner that is based somewhere is a firm", firms, "has_seat", never),
    ("a commission “on” something", joints, "_is_on", never),
    ("a first name that is a small word, behind a comma", names, "_behind_comma", never),
    ("who “answers your questions”", interviews, "_answers", never),
    ("“declined to give his name” of somebody else", anonymity, "_is_anothers", never),
    ("“put it about that”", told, "_put_about", nothing),
    ("“there’s research, …, suggesting that”", told, "_shown_there", nothing),
    ("what only looks like something is not said", unsaid, "_only_looks", never),
    ("what is kept from somebody is not denied", unsaid, "_withholds", never),
    ("a constituency in brackets is nobody", persons, "_is_constituency", never),
    ("“a force spokesman” by the body’s task", bodies, "by_task", lambda *_: None),
    ("the name behind “Port of Kestrel director”", sources, "_described", first),
    ("a line of capitals is nobody", people, "_is_kicker", never),
    ("a body inside what a document tells is “it”", things, "_is_named_so", never),
    ("“even as she refused to name it”", tails, "_before_as", first),
    (
        "of two subjects behind a preposition, the nearer",
        verbs,
        "acting",
        lambda verb: next(
            (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None
        ),
    ),
    ("firms of other countries", joints, "is_legal", never),
    ("“said, citing two officials, that”", borders, "_past_citing", first),
    ("“unveiled what he termed ‘the future’”", fits, "names_it", never),
    ("“one, stamped in May, lists”", verbs, "deeds", lambda subject: {subject.head.lemma_.lower()}),
    ("whom the text is about goes on speaking", nameless, "_is_passing", never),
    ("“a small Klimt” is nobody", persons, "_is_one_of_several", never),
    ("who acts on a thing acts", acting, "_is_agent", never),
    ("“a figure | that engineers call”", ends, "_leads", lambda word, _: word.tag_ == "WDT"),
    ("why somebody gives no name is no claim", unsaid, "_fears", never),
    ("“which the paper has seen, complains that”", cueing, "behind_clause", first),
    ("“who promised | ‘all she needs’”", beside, "_with_who", first),
    ("who is named by a speaker that goes on", nameless, "_goes_on", never),
    ("“both” are the two of the sentence between", anonymity, "_counted_between", never),
    (
        "“her group” is the body behind her name",
        bodies,
        "_of_somebody",
        lambda scene, phrase, _: bodies.trading(scene, phrase.tokens[0].idx),
    ),
    ("“One records it. Another says”", back, "_one_paper", lambda *_: None),
    ("“Noor Stone of Fair Machine” is one person", persons, "_is_somebodys", never),
    ("“the operator, whom we are calling Claire”", anonymity, "_is_whose", never),
    ("“the authors” are not the lead author", back, "_is_one_of", never),
    ("“the charity said, in the latest dispute | over who pays”", pairs, "_with_own_cue", both),
    ("a content has no holes", asides, "_without_hole", first),
    ("“Sinead Power” is nobody’s power", persons, "_is_surname", never),
    ("“said, can tell you” goes on from the quotation", pairs, "_with_predicate", both),
    ("what one cue holds is one piece", pairs, "_in_one_piece", both),
    ("“the audit, said Moor and others, was late”", verbs, "breaks_in", never),
    ("what the writer weighs is the writer's", verbs, "only_may", never),
    ("“was scolded by the bishop; praised”", subjects, "_is_agent", never),
    ("“guards hear nothing and do not know”", subjects, "freed", first),
    ("“Moor said, called | it unfair”", patterns, "_with_verb", first),
    ("what is said in brackets is a sentence of its own", patterns, "_brackets", nothing),
    ("“(one in ten, Moor says)”", clauses, "bracketed", nothing),
    ("“said – as it happens – that”", asides, "_past_insert", first),
    ("“highlighting the gap” is the writer's", asides, "_to_comment", first),
    ("“a gap that experts say”", asides, "_from_noun", first),
    ("“wrote in her memoir, “Tough Seas””", borders, "_without_work", first),
    ("“Will Stone told them”", names, "_is_will", never),
    ("“his wife, longtime Moor aide Huma Abed”", described, "_at_end", lambda *_: None),
    ("form: “the story goes”", clauses, "_goes", lambda *_: None),
    *(
        (f"form: {what}", forms, name, nothing)
        for name, what in (
            ("_frames", "“in the words of”, “according to”"),
            ("_views", "“in her view”"),
            ("_accounts", "“by all accounts”"),
            ("_purports", "“purport to”"),
            ("_put_it", "“as one clerk put it”"),
            ("_documents", "a document and a verb of showing"),
            ("_hidden", "“it is believed”"),
            ("_reduced", "“a man believed to be”"),
            ("_adverbs", "“reportedly”"),
            ("_alleged", "“alleged”"),
        )
    ),
    ("“asked whether Adler would play, he said”", acting, "_is_asked_about", never),
    ("“the firm for which she worked said”", subjects, "with_clause", first),
    ("“which according to divers is rotten”", inserted, "_behind_who", nothing),
    ("“and according to growers a plum is late”", inserted, "_before_subject", nothing),
    ("whoever disagrees says what follows", speakers, "_reacts", never),
    ("“the authors note drily, “it was late””", borders, "_past_adverb", first),
    ("“it may rain: hail, she adds, “is another matter””", asides, "_behind_colon", lambda *_: None),
    ("a European official is none of the American ones", anonymity, "_is_from_elsewhere", never),
    ("no cue begins with a comma, or within a word", linking, "_past_comma", lambda text, cue: cue),
    ("“we are assured that”", told, "_were_told", nothing),
    ("“can be heard telling”", told, "_is_heard", nothing),
    ("who he is, the next sentence tells", coref, "_introduced_next", lambda *_: None),
    ("“a man identified as”", described, "_identified", lambda *_: None),
    ("“laughed when told of this”", unsaid, "_only_learns", never),
    ("“there is no suggestion that”", unsaid, "_is_no_word", never),
    ("a thing has no will", unsaid, "lifeless", never),
    ("“which reports next week”", guards, "_is_when", never),
    ("“(Wire) – Boeing | supplier Hartwell Aero”", borders, "_whole_noun", lambda *_: None),
    ("a form ends a quotation that went on", fits, "goes_on", never),
    ("“findings indicate that he drowned, according to”", agents, "_with_finding", first),
    ("“deadpanned spokesman Ivo Stone”", cueing, "within_source", first),
    ("“her friend Zara”", persons, "_is_ones_own", never),
    ("who is heard stands nearer than who left", fits, "is_beside", never),
    ("“12.58 Power cuts” has no name", commons, "begins", lambda word, _: bool(word.is_sent_start)),
    ("“according to Southern Grid” it has spoken", bodies, "_has_spoken", never),
    ("“the party platform” can be read", things, "_is_programme", never),
    ("“neither of whom would be named, described as”", told, "_before_aside", lambda _, verb: verb.i),
    ("“who came with her husband”", people, "_has_spouse", never),
    ("no source begins within a name", ends, "_from_name", lambda given: given.idx),
    ("whom a paper tells of", silent, "_in_paper", never),
    ("“pictures reviewed by a lab appear to show”", verbs, "misled", lambda _: None),
    ("“told customers it was ready, the court was told” is whole", borders, "_whole_report", first),
    ("“what he forgot is that it leaks”", borders, "_past_is", first),
    ("“the charity Roof First says”", cueing, "without_name", first),
    ("“asked if it was dry, she chose her words: “No.””", cueing, "before_answer", first),
    ("“Unofficially, say people close to the palace”", inserted, "_close", lambda *_: None),
    ("“she later wrote in her memoir, ”", inserted, "_is_in_paper", never),
    ("“asked how it was, she thought” tells nothing", clauses, "_claims", always),
    ("“Quill again, from thirty yards” acts", acting, "_is_there", never),
    ("“the jury heard from Dilys Quill”", persons, "_is_heard", never),
    ("“Carbon Ledger” is nobody", names, "is_worded", never),
    ("“one of them read” is a message", several, "_papers", lambda *_: None),
    ("“the surgeon, who has not been named” is another", silent, "_is_nameless", never),
    ("“more than thirty current and former staff”", sources, "_counts_on", never),
    ("“neither confirmed it nor explained why”", verbs, "behind_nor", never),
    ("“the question of who owns it remains”", unsaid, "open_question", never),
    ("“in the words of one trader” within others’ words", fits, "surrounds", never),
    ("“It is,” he replied. “And I was right.”", pairs, "_same_voice", lambda one, other, _: (one, other)),
    ("“They were first,” shrugged waitress Molly Brand", beside, "_turned_round", first),
    ("“a plan that opponents have called ‘a joke’”", told, "_is_which", never),
    ("“the liberal Dawn movement” is nobody", persons, "_is_bodys", never),
    ("whatever the first name is elsewhere", silent, "unlike", lambda *_: None),
    ("“the army has never shown, troops are said”", subjects, "_acts_before", never),
    ("“sought to calm nerves” says nothing", unsaid, "only_tries", never),
    ("“the developer, Meridian Cloud” is a body", names, "is_plain", never),
    ("whom somebody else has just met", silent, "met", lambda *_: None),
    ("“but was asked to go by the bishop”: not named dean by him", agents, "_of_next", never),
    ("“the Lords committee” has a longer name", bodies, "shortened", lambda *_: None),
    ("“the country” is the land that acted last", bodies, "land", lambda *_: None),
    ("“the Ortiz administration” is called so", bodies, "led_by", lambda *_: None),
    ("when it was done is no content", borders, "_to_circumstance", first),
    ("what is told further behind a noun", further, "_tells_of", never),
    ("“praised the work | but had to pay”", further, "_to_second_verb", lambda words, verb, page: words),
    ("“said “we will win” | when we were behind”", further, "_to_mark", lambda words, page: words),
    ("“said Moor | on how to rid”", ends, "_without_topic", lambda kept: kept),
    ("no firm is “she”", back, "_has_spokesperson", lambda *_: True),
    ("somebody’s father of the same surname", holding, "is_kin", never),
    ("“supported the union | during his”", further, "_without_loose", lambda words, page: words),
    ("on what occasion it was praised", further, "_is_occasion", never),
    ("where and when behind “a disgrace”", further, "_is_setting", never),
    ("curly marks in straight ones", quotes, "_without_curly", lambda text, start, later, breaks: later),
    ("quotations set apart by their margin", blocks, "find", nothing),
    ("“contradicting a claim” tells nothing", recorded, "_tells", lambda *_: True),
    ("who speaks in a recording", recorded, "mend", first),
    ("“a tape in which the owner was heard saying”", recorded, "_heard", nothing),
    ("who tells his name only is not saying it", guards, "_describes", never),
    ("“reports that it burns are coming in” is no doubtful one", patterns, "_confirm", nothing),
    ("how a rumour goes round is no claim", claims, "_spreading", nothing),
    ("a label is nobody, and nobody's", headings, "past_label", first),
    ("whom somebody leads may be a firm", firms, "is_led", never),
    ("“the boy, I’m told, is fine”", inserted, "_told_us", lambda *_: None),
    ("a storm is nobody", people, "_is_storm", never),
    ("“here is where we stand: …, the council says, …”", borders, "_leads_in", never),
    ("who speaks behind a semicolon is another", splits, "_behind_semicolon", lambda *_: None),
    ("“outside court, a woman said”", nlp, "_hang_place", lambda _: None),
    ("“emails, yet parents were told”", subjects, "_is_of_before", never),
    ("what somebody may think, the writer supposes", verbs, "supposed", never),
    ("“that it is dragged, not rolled”", tails, "with_contrast", first),
    ("who is under fire does not speak", headings, "_without_blamed", first),
    ("“Mayor ‘misled council’”", headings, "accuses", never),
    ("“warns of ‘dark days’ as mill shuts”", headings, "_to_mark", first),
    ("“over limit, court told”", titles, "_heard", lambda *_: None),
    ("each piece ends with its last word", borders, "_to_last_word", first),
    ("“pledged to fine what it called”", patterns, "_in_own_words", never),
    ("“wrote to the bishop | after they failed”", guards, "_is_circumstance", never),
    ("what stands with a small letter elsewhere is no name", commons, "_is_small", never),
    ("“an official disagreed. The official”", coref, "_introduced", lambda *_: -1),
    ("“Karskom’s shareholders”", firms, "_owns_as_firm", never),
    ("“Wanda” is Dalian Wanda Group", firms, "is_trading", never),
    ("“anyone who cares” is nobody", guards, "_is_anybody", never),
    (
        "letters in brackets reach back over “of”",
        joints,
        "_stands_in_name",
        lambda word: word.text[:1].isupper(),
    ),
    ("“the father of Tom Moor. He” is not Moor", nameless, "_is_within", never),
    ("“Women on Waves” is one name", names, "_causes", lambda *_: {}),
    ("“ambassador to China Ann Stone”", names, "_behind_land", lambda *_: None),
    ("“the Lagan Valley MP” is the only one", owners, "_is_only", never),
    ("“the DUP leader”", owners, "_words", lambda scene, beside: {t.lower_ for t in beside}),
    ("a colon leads in", pairs, "_leads_in", both),
    ("“in what Moor called” stays in what is told", pairs, "_in_what", both),
    ("“Kipp is among her fans” tells of another", people, "_is_anothers", never),
    ("“Baroness Scotland” is no land", persons, "_is_called_mr", never),
    ("a speaker of a house is a person", persons, "_over", lambda noun, lexicon: noun),
    ("straight marks in straight ones", quotes, "_without_inside", lambda text, later, breaks: later),
    ("a role and a name behind a quotation", signatures, "_behind", lambda *_: None),
    ("two names are two speakers", sources, "_is_joined", never),
    ("“adding” leads in the next quotation", tails, "_without_verb", first),
    ("“a term used for” is the writer’s", tails, "_is_used", never),
    ("what a film is about", unsaid, "_is_about", never),
    ("what a report is called", unsaid, "names_paper", never),
    ("“not clear to what extent”", unsaid, "_asks_how_far", never),
    ("what ought to be said", verbs, "only_ought", never),
    ("what would be said, if", verbs, "only_if", never),
    ("an event says nothing", verbs, "happens", never),
    ("who acts on somebody is not who goes on", verbs, "acts_on_person", never),
    ("“the accounts | show losses”", agents, "_with_verb", first),
    ("whose plan it was has not spoken", nameless, "_owns", never),
    ("“the State Pathologist” is no body", offices, "_is_public", never),
    ("“the youth wing of the party” is the party", bodies, "has_branch", lambda *_: None),
    ("“Doctors Without Borders (MSF)” is MSF, too", people, "_in_brackets", lambda *_: ""),
]


def scores(articles: list[dict[str, Any]], items: list[stress.Text]) -> dict[str, float]:
    """In points."""
    corpus = sum((tally.of_corpus(a, g.found(mediakit.analyze(a["text"]))) for a in articles), Counter[str]())
    hard = sum((tally.of_stress(i, mediakit.analyze(i.text))[0] for i in items), Counter[str]())
    found = {q: tally.score(corpus, q) for q in ASKED} | {
        "hard: all right": tally.score(hard, "all right"),
        "hard: writer": tally.score(hard, "writer"),
    }
    return {q: round(100 * v, 2) for q, v in found.items()}


class Failed:
    """A plugin for pytest that remembers what failed."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.names.add(report.nodeid)


def failing() -> set[str]:
    """The invented sentences that are not read as they should be."""
    plugin = Failed()
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(["-q", str(SENTENCES)], plugins=[plugin])
    return plugin.names


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spans", type=Path, required=True)
    given = parser.parse_args()
    articles, items = g.read(given.spans), stress.load()
    parse = nlp.read
    with patch.object(nlp, "read", remember(parse)), patch.object(tagger, "read", remember(tagger.read)):
        whole, failed = scores(articles, items), failing()
        table = []
        for name, module, function, neutral in RULES:
            with contextlib.ExitStack() as without:
                if module in (headlines, nlp):  # what it does is in the parse that is remembered
                    without.enter_context(patch.object(nlp, "read", parse))
                without.enter_context(patch.object(module, function, neutral))
                changed, rows = scores(articles, items), len(failing() - failed)
            change = {q: round(changed[q] - whole[q], 2) for q in whole} | {"rows": rows}
            print(name, change, flush=True)
            table.append({"rule": name, "function": f"{module.__name__.split('.')[-1]}.{function}"} | change)
    command = f"python -m benchmarks.ablation --spans {given.spans.name}"
    result = {"commit": store.commit(), "command": command, "corpus": given.spans.stem}
    store.save("ablation", result | {"with all": whole, "rules": table})


if __name__ == "__main__":
    main()
