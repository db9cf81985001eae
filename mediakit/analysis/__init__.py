"""Who a text holds responsible for each of its claims. The stages, in order:

sentences -> parsed words (nlp) -> tagged spans (tagger, spans) -> quotations (quotes) -> contents -> links (linking,
guards, patterns) -> names (people, coref) -> kinds -> claims. Each is one file with one function that returns values.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from mediakit import lexicon
from mediakit.analysis import (
    agents,
    anonymity,
    claims,
    confidence,
    contents,
    cues,
    guards,
    hyphens,
    kinds,
    linking,
    nlp,
    patterns,
    people,
    quotes,
    sentences,
    spans,
    tagger,
)
from mediakit.analysis.acting import Acting
from mediakit.analysis.linking import Link
from mediakit.analysis.page import Page
from mediakit.analysis.scene import Ruling, Scene
from mediakit.model import Analysis, Article, Attribution, Span, Spans, Why, touching
from mediakit.taxonomy import Kind, Quote

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Examined:
    """An analysis with what its stages made; `links[i]` became `analysis.attributions[i]`."""

    analysis: Analysis
    reading: tagger.Reading | None = None
    quotations: tuple[quotes.Quotation, ...] = ()
    links: tuple[Link, ...] = ()
    page: Page | None = None


def analyze(article: Article | str) -> Analysis:
    """Claims, attributions and notes for an article or a text; odd text never raises, it gets a note."""
    return examine(article).analysis


def examine(article: Article | str) -> Examined:
    """The same, with the stages' values: for fitting the confidence and for measuring."""
    if isinstance(article, str):
        article = Article.of(article)
    words = lexicon.load(article.language)
    whole = hyphens.join(article.text, nlp.vocabulary(words))
    text = whole.text
    notes = _notes(text, words)
    engine = {"mediakit": VERSION, **nlp.engine(words), **tagger.engine()}
    if not text.strip():
        return Examined(Analysis(article.text, article.language, engine, notes, (), ()))
    cuts = sentences.find(text, words)
    # neither needs the other, and the tagger leaves Python to the parser
    with ThreadPoolExecutor(1) as beside:
        later = beside.submit(tagger.read, text, cuts)
        doc = nlp.read(text, cuts, words)
        reading = later.result()
    tagged = spans.find(reading, cuts)
    quotations = quotes.find(text, cuts)
    found = contents.merge(text, reading, tagged[tagger.CONTENT], quotations, cuts)
    links = linking.find(text, reading, found, tagged, cuts, quotations)
    page = Page(doc, words, cuts, quotations, reading)
    links = agents.apply(patterns.apply(guards.apply(links, page), page), page)
    told = tuple(sorted(c.span for link in links if link.source is not None for c in link.contents))
    acting = Acting(words, page.apart, told)
    scene = Scene(page, people.find(doc, words, acting), acting, anonymity.find(page))
    made = _attributions(links, scene)
    attributions = tuple(made.values())
    if not attributions:
        notes = (*notes, "no_attribution")
    turns = frozenset(a.id for number, a in made.items() if links[number].turn)
    judged = claims.judge(page, attributions, turns)
    analysis = whole.back(Analysis(article.text, article.language, engine, notes, judged, attributions))
    return Examined(analysis, reading, quotations, tuple(links[number] for number in made), page)


def _notes(text: str, words: lexicon.Lexicon) -> tuple[str, ...]:
    if not text.strip():
        return ("empty",)
    return ("language",) if nlp.looks_foreign(text, words) else ()


def _attributions(links: list[Link], scene: Scene) -> dict[int, Attribution]:
    """By the index of their links, in order; what is rather wrong than right is left out."""
    page, made = scene.page, dict[int, Attribution]()
    answers = min((link.start for link in links if link.turn), default=None)
    for number, link in enumerate(links):
        cue = link.cue.span if link.cue else None
        content = tuple(sorted({c.span for c in link.contents}))
        quote = cues.quote_type(page.text, content, page.quotations)
        chance = confidence.of_attribution(confidence.attribution_features(page.reading, link, quote))
        if chance < confidence.KEEP and quote is Quote.INDIRECT and not link.by_form:
            continue
        chance = max(chance, confidence.TURN) if link.turn or link.block else chance
        before = made.get(link.after) if link.after is not None else None
        if before is not None:
            ruling, sources = _continued(before, content), before.source
        else:
            ruling = _ruling(link, scene, answers if link.turn else None)
            sources = tuple(sorted(t.span for t in (link.issuer, link.source) if t is not None))
        stance, contested, listed = cues.judge(page.doc, cue, page.lexicon)
        made[number] = Attribution(
            id=f"a{len(made) + 1}",
            content=content,
            cue=(cue,) if cue else (),
            source=sources,
            kind=ruling.kind,
            name=ruling.name,
            quote=quote,
            stance=stance,
            continued=before.id if before else None,
            reason=ruling.reason,
            second_hand=ruling.second_hand,
            why=Why(ruling.rule, ruling.words, ruling.runner_up),
            confidence=chance,
            kind_confidence=confidence.of_kind(ruling.rule),
            issuer=ruling.issuer,
            contested=contested,
            listed=listed,
        )
    return made


def _continued(before: Attribution, content: Spans) -> Ruling:
    """What goes on from an attribution has its speaker."""
    of = (before.name, before.reason, before.second_hand, before.issuer)
    return Ruling(before.kind, "continued", content[:1], *of, Kind.HIDDEN)


def _ruling(link: Link, scene: Scene, answers: int | None) -> Ruling:
    told = link.source or link.cue or link.contents[0]
    return kinds.classify(
        scene,
        link.source.span if link.source else None,
        link.cue.span if link.cue else None,
        _home(scene.page.sentences, told.span),
        link.issuer.span if link.issuer else None,
        answers,
        link.turn,
    )


def _home(cuts: tuple[Span, ...], span: Span) -> Span:
    """The sentence that a span stands in, from its first to its last."""
    touched = touching(cuts, span)
    return Span(touched[0].start, touched[-1].end) if touched else span
