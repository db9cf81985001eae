"""Invented students who answer exercises by chance, always the same for a seed."""

import os
import random
import signal
from dataclasses import replace

from mediakit import corpus, packs, seals, session
from mediakit.model import Exercise, Record
from mediakit.taxonomy import Kind, Need, Sure, Verdict


def answers(
    exercise: Exercise, chance: random.Random, skill: float, opened: session.Session
) -> session.Session:
    """Every claim guessed: as the key says with the chance `skill`, else anything."""
    for claim in opened.claims:
        right = exercise.key.get(claim)
        assert right is not None
        verdict = right.verdict if chance.random() < skill else chance.choice(list(Verdict))
        own = verdict is Verdict.UNSOURCED
        detail = right.detail if verdict is right.verdict and chance.random() < skill else None
        detail = detail or chance.choice(list(Need) if own else list(Kind))
        opened = session.guess(
            opened,
            claim,
            verdict=verdict,
            **{"need" if own else "kind": str(detail)},
            sure=chance.choice(list(Sure)),
        )
    return opened


def passes(
    name: str, student: str, seed: int, *, rounds: int = 1, skill: float = 0.6, closed: bool = True
) -> list[Record]:
    """The states of one pass in order, each with one more seal, as the lesson saves them."""
    exercise, chance = packs.load(name), random.Random(f"{name} {student} {seed}")
    asked = session.select(exercise.machine, exercise.key)
    at = session.start(name, exercise.article, asked, rounds=rounds)
    at = answers(exercise, chance, skill, at)
    states = [at]
    if rounds == 2:
        states.append(session.commit(states[-1]))
        states.append(answers(exercise, chance, min(1.0, skill + 0.2), states[-1]))
    if closed:
        states.append(session.commit(states[-1]))
    made, chain = [], ()
    attempt = f"{chance.getrandbits(64):016x}"
    for state in states:
        record = seals.extend(replace(session.record(state), student=student, attempt=attempt), chain)
        chain = record.chain
        made.append(record)
    return made


def deadly(item: corpus.Item) -> corpus.Result:
    """A worker's job that ends its process at some articles, as one that fills the memory does."""
    if item.text.startswith("deadly"):
        os.kill(os.getpid(), signal.SIGKILL)
    return item.id, item.mark, {"id": item.id, "claims": 1}, ""
