"""Keeps exercises honest: everything that a reader of a pack would stumble over, told with file, place and repair.

Nothing is mended here; the author decides.
"""

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit import codec, packs, scoring
from mediakit.model import Analysis, Answer, Article, Exercise, MediakitError, Pack
from mediakit.scoring import differences
from mediakit.session import is_prose
from mediakit.taxonomy import Kind, Need, Quote, Stance, Verdict

WORDS = (120, 600)
"""Of an article; a drill is as long as its pairs."""
WHYS = 8
"""Claims of an article that must tell the student why."""
SOUND = 0.4
"""Least share of claims that are rightly told: a source that can be looked up, or the writer's own where none is needed."""
HARDEST = {"easy": 9.0, "middle": 12.0, "hard": 16.0}
"""Highest automated readability index (a school grade) of each level."""
ALIKE = 75
"""Of 100; two articles that share more of their words than this are too near to each other."""
PACK_KEYS = {
    "format",
    "title",
    "about",
    "language",
    "licence",
    "origin",
    "teaches",
    "form",
    "order",
    "exercises",
}
ENTRY_KEYS = {"slug", "title", "level", "minutes", "skills"}
TOPICS = {"kind": Kind, "need": Need, "quote": Quote, "stance": Stance, "verdict": Verdict}
Analyze = Callable[[Article], Analysis]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: the file, the place in it, the problem, and what to do."""

    file: str
    place: str
    problem: str
    repair: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem} {self.repair}"


def lint(
    root: Path, only: str = "", analyze: Analyze | None = None, notebooks: Path | None = None
) -> list[Finding]:
    """Everything that is wrong with the packs in a folder, or with one of them.

    With `analyze` frozen analyses are compared with today's; `notebooks` are searched for answers in saved outputs.
    """
    found: list[Finding] = []
    known: dict[str, Exercise] = {}
    for path in sorted(root.glob("*/pack.toml")):
        if only in ("", path.parent.name):
            found += _pack(path, root, known, analyze)
    if not known and not found:
        return [
            Finding(only or str(root), "", "there is no pack here.", "Name a pack, or a folder of packs.")
        ]
    found += _twins(known)
    return [*found, *(_leaks(known, notebooks) if notebooks else ())]


def _pack(path: Path, root: Path, known: dict[str, Exercise], analyze: Analyze | None) -> list[Finding]:
    name, file = path.parent.name, f"{path.parent.name}/pack.toml"
    try:
        pack, raw = packs.load_pack(name, root), codec.read_toml(path, file)
    except MediakitError as error:
        return [_told(error, file)]
    found = [*_table(pack, raw, file), *_strays(path.parent, pack)]
    here: list[Exercise] = []
    for slug in pack.exercises:
        try:
            exercise = packs.load(f"{name}/{slug}", root)
        except MediakitError as error:
            found.append(_told(error, f"{name}/{slug}"))
            continue
        here.append(exercise)
        found += _exercise(exercise, pack, root / name / slug, analyze)
    known |= {e.slug: e for e in here}
    return [*found, *(_balance(pack, here, file) if here else ())]


def _told(error: MediakitError, file: str) -> Finding:
    place, _, rest = str(error).partition(": ")
    return Finding(place if rest else file, "", rest or str(error), "")


def _table(pack: Pack, raw: dict[str, Any], file: str) -> Iterable[Finding]:
    for key in sorted(set(raw) - PACK_KEYS):
        yield Finding(file, "", f"the key {key!r} is not known.", f"Known: {', '.join(sorted(PACK_KEYS))}.")
    for entry in raw["exercises"]:
        for key in sorted(set(entry) - ENTRY_KEYS):
            yield Finding(
                file,
                str(entry.get("slug")),
                f"the key {key!r} is not known.",
                f"Known: {', '.join(sorted(ENTRY_KEYS))}.",
            )
        if entry.get("level") not in HARDEST:
            yield Finding(
                file,
                str(entry.get("slug")),
                f"level = {entry.get('level')!r}.",
                f"Use one of {', '.join(HARDEST)}.",
            )
    if not pack.licence or pack.licence == "to be chosen":
        yield Finding(file, "", "the licence is not chosen.", 'Write licence = "CC-BY-4.0", or another.')
    if not pack.origin:
        yield Finding(file, "", "nothing is said of where the texts come from.", 'Write origin = "..." .')
    for word in pack.teaches:
        if not any(word in set(group) for group in TOPICS.values()):
            yield Finding(
                file, "teaches", f"{word!r} is no word of the taxonomy.", "Use an id of the glossary."
            )


def _strays(folder: Path, pack: Pack) -> Iterable[Finding]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in pack.exercises:
            yield Finding(
                f"{pack.slug}/{path.name}",
                "",
                "this folder is in no list.",
                "Add it to pack.toml, or delete it.",
            )


def _exercise(exercise: Exercise, pack: Pack, folder: Path, analyze: Analyze | None) -> Iterable[Finding]:
    name, text = exercise.slug, exercise.article.text
    drill = pack.form == "drill"
    count = len(text.split())
    if not drill and not WORDS[0] <= count <= WORDS[1]:
        yield Finding(f"{name}/article.txt", "", f"it has {count} words.", f"Write {WORDS[0]} to {WORDS[1]}.")
    grade = reading_grade(text)
    if not drill and grade > HARDEST.get(exercise.level, 99):
        yield Finding(
            f"{name}/article.txt",
            "",
            f"its reading grade is {grade:.1f}, too hard for level {exercise.level}.",
            "Shorten sentences, or raise the level.",
        )
    for claim in exercise.machine.claims:
        words = " ".join(text[claim.start : claim.end].split())
        answer = exercise.key.get(claim.id)
        if answer is None and is_prose(words):
            yield Finding(
                f"{name}/key.toml",
                claim.id,
                f"there is no key for {words[:60]!r}.",
                "Add a [[claim]] for it.",
            )
        elif answer is not None:
            yield from _answer(name, answer, words)
    reasons = sum(bool(a.why) for a in exercise.key.answers)
    if not drill and reasons < min(WHYS, len(exercise.key.answers)):
        yield Finding(
            f"{name}/key.toml", "", f"only {reasons} claims have a why.", f"Write one for at least {WHYS}."
        )
    if drill:
        yield from _pairs(exercise)
    if analyze is not None and is_stale(exercise.machine, analyze(exercise.article)):
        yield Finding(
            f"{name}/machine.json",
            "",
            "it is not what the analysis says today.",
            f"Run: mediakit exercises freeze {name}",
        )
    yield from _second(exercise, folder)


def _answer(name: str, answer: Answer, words: str) -> Iterable[Finding]:
    file, place = f"{name}/key.toml", f"{answer.claim} ({words[:40]!r})"
    own = answer.verdict is Verdict.UNSOURCED
    if own and (answer.kind or answer.quote or answer.stance):
        yield Finding(
            file,
            place,
            "the writer's own claim has a kind, quote type or stance.",
            "Take it out, or change the verdict.",
        )
    if own and answer.need is None:
        yield Finding(file, place, "the need is missing.", f"Write need = one of {', '.join(Need)}.")
    if not own and answer.kind is None:
        yield Finding(file, place, "the kind is missing.", f"Write kind = one of {', '.join(Kind)}.")
    if not own and answer.kind is not Kind.HIDDEN and not answer.source:
        yield Finding(file, place, "the source is missing.", 'Write source = "...".')
    if str(answer.detail) in answer.accept or str(answer.verdict) in answer.accept:
        yield Finding(file, place, "accept repeats the answer itself.", "Take it out.")


def _pairs(exercise: Exercise) -> Iterable[Finding]:
    """In a drill each paragraph is a pair: two versions of one sentence, and exactly one answer changes."""
    answers = list(exercise.key.answers)
    order = {c.id: i for i, c in enumerate(exercise.machine.claims)}
    answers.sort(key=lambda a: order[a.claim])
    if len(answers) % 2:
        yield Finding(
            f"{exercise.slug}/key.toml",
            "",
            "a drill has pairs, and one is not whole.",
            "Add the other version.",
        )
    for first, second in zip(answers[::2], answers[1::2], strict=False):
        if not differences(first, second, ("kind", "need", "quote", "stance")):
            yield Finding(
                f"{exercise.slug}/key.toml",
                f"{first.claim} and {second.claim}",
                "both versions have the same answer.",
                "Change one word that matters.",
            )


def _second(exercise: Exercise, folder: Path) -> Iterable[Finding]:
    """Where a second, independent reading differs, the claim is a close call and must say what is accepted."""
    path = folder / "second.toml"
    if not path.is_file():
        return
    try:
        other = packs.read_key(
            path, exercise.article, exercise.machine.claims, f"{exercise.slug}/second.toml"
        )
    except MediakitError as error:
        yield _told(error, f"{exercise.slug}/second.toml")
        return
    for mine in other.answers:
        right = exercise.key.get(mine.claim)
        if right is not None and differences(mine, right):
            yield Finding(
                f"{exercise.slug}/key.toml",
                mine.claim,
                f"a second reader answered {mine.verdict}, {mine.detail}; nothing of it is accepted.",
                "Add it to accept, or mend the key or the second reading.",
            )


def _balance(pack: Pack, exercises: list[Exercise], file: str) -> Iterable[Finding]:
    answers = [a for e in exercises for a in e.key.answers]
    sound = sum(is_sound(a) for a in answers)
    if pack.form != "drill" and sound < SOUND * len(answers):
        yield Finding(
            file,
            "",
            f"only {sound} of {len(answers)} claims are rightly told.",
            f"At least {SOUND:.0%} must be, or the pack teaches suspicion.",
        )
    given = Counter(str(w) for a in answers for w in (a.verdict, a.kind, a.need, a.quote, a.stance) if w)
    for word in pack.teaches:
        if not given[word]:
            yield Finding(
                file,
                "teaches",
                f"no claim is {word!r}, which the pack teaches.",
                "Write one, or take the word out.",
            )


def is_sound(answer: Answer) -> bool:
    """A source that can be looked up, or the writer's own voice where no source is needed."""
    if answer.verdict is Verdict.UNSOURCED:
        return answer.need is Need.COMMON
    return answer.kind in (Kind.NAMED_PERSON, Kind.ORGANIZATION, Kind.DOCUMENT)


def _twins(known: dict[str, Exercise]) -> Iterable[Finding]:
    from rapidfuzz import fuzz

    articles = {name: e for name, e in known.items() if len(e.article.text.split()) >= WORDS[0]}
    for (one, first), (two, second) in itertools.combinations(articles.items(), 2):
        alike = fuzz.token_sort_ratio(first.article.text, second.article.text)
        if alike > ALIKE:
            yield Finding(
                f"{two}/article.txt", "", f"it is {alike:.0f} % like {one}.", "Write another story."
            )
    people: dict[str, str] = {}
    for name, exercise in known.items():
        for person in sorted(_people(exercise)):
            if people.setdefault(person, name) != name:
                yield Finding(
                    f"{name}/article.txt",
                    "",
                    f"{person!r} speaks in {people[person]}, too.",
                    "Choose another name.",
                )


def _people(exercise: Exercise) -> set[str]:
    """Full names of the people whom the key holds responsible."""
    spoken = {a.source for a in exercise.key.answers if a.kind is Kind.NAMED_PERSON and a.source}
    return {s for s in spoken if len(s.split()) > 1 and s[:1].isupper()}


def _leaks(known: dict[str, Exercise], notebooks: Path) -> Iterable[Finding]:
    """A reason of a key in a saved output gives the answer away."""
    reasons = {a.why: name for name, e in known.items() for a in e.key.answers if a.why}
    for path in sorted(notebooks.rglob("*.ipynb")):
        try:
            cells = json.loads(codec.read_file(path)).get("cells", [])
            outputs = json.dumps([c.get("outputs", []) for c in cells], ensure_ascii=False)
        except (ValueError, AttributeError, MediakitError):
            yield Finding(path.name, "", "this is no notebook that can be read.", "Restore it.")
            continue
        for why, name in reasons.items():
            if json.dumps(why, ensure_ascii=False)[1:-1] in outputs:
                yield Finding(
                    path.name,
                    "",
                    f"a saved output holds an answer of {name}: {why[:50]!r}.",
                    "Clear the outputs and save it again.",
                )


def reading_grade(text: str) -> float:
    """The automated readability index (Smith and Senter 1967), a school grade, by textstat; headlines are left out."""
    import textstat

    prose = " ".join(p for p in re.split(r"\n\s*\n", text) if is_prose(p))
    return float(textstat.textstat.automated_readability_index(prose or text))


TOLERATED = 1
"""Claims of an exercise that may be answered otherwise today: floats are added in another order on another processor."""


def is_stale(frozen: Analysis, today: Analysis) -> bool:
    """Do more than `TOLERATED` claims of the frozen analysis differ from today's? Words that decided and chances do not count."""
    if [c.span for c in frozen.claims] != [c.span for c in today.claims] or frozen.text != today.text:
        return True
    then, now = scoring.sheet_of(frozen), scoring.sheet_of(today)
    asked = ("verdict", "kind", "need", "quote", "stance")
    changed = sum(
        any(a.given(q) != b.given(q) for q in asked) or a.source != b.source
        for a, b in zip(then.answers, now.answers, strict=True)
    )
    return changed > TOLERATED
