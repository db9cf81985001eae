from dataclasses import replace

import pytest

from mediakit import packs, session
from mediakit.model import Article, Claim, Contest, MediakitError
from mediakit.taxonomy import Kind, Verdict


@pytest.fixture
def fresh():
    return session.start("a/b", Article("One. Two."), ("c1", "c2"))


def test_a_guess_is_kept_part_by_part(fresh):
    after = session.guess(fresh, "c1", verdict="sourced")
    after = session.guess(after, "c1", kind="vague")
    after = session.guess(after, "c1", sure="fairly")
    answer = after.sheet.get("c1")
    assert (answer.verdict, answer.kind, answer.sure) == ("sourced", "vague", "fairly")
    assert after.missing() == ("c2",)
    assert after.unfinished() == ()


def test_going_over_to_the_writer_drops_the_kind(fresh):
    after = session.guess(
        session.guess(fresh, "c1", verdict="sourced", kind="vague"), "c1", verdict="unsourced"
    )
    assert after.sheet.get("c1").kind is None
    assert Verdict.UNSOURCED is after.sheet.get("c1").verdict


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"claim": "c9", "verdict": "sourced"}, "no claim 'c9'"),
        ({"claim": "c1", "verdict": "true"}, "sourced, partly, unsourced"),
        ({"claim": "c1", "verdict": "sourced", "kind": "rumour"}, "named_person"),
        ({"claim": "c1", "verdict": "unsourced", "kind": "vague"}, "no source kind"),
        ({"claim": "c1", "verdict": "sourced", "need": "opinion"}, "asked for its need"),
        ({"claim": "c1", "verdict": "sourced", "colour": "red"}, "no question 'colour'"),
        ({"claim": "c1"}, "say first"),
    ],
)
def test_what_is_no_answer_is_named(fresh, arguments, said):
    with pytest.raises(MediakitError, match=said):
        session.guess(fresh, **arguments)


def test_commit_names_the_open_claims_and_closes_the_rest(fresh):
    with pytest.raises(MediakitError, match="c2"):
        session.commit(session.guess(fresh, "c1", verdict="sourced"))
    done = session.commit(
        session.guess(session.guess(fresh, "c1", verdict="sourced"), "c2", verdict="partly")
    )
    with pytest.raises(MediakitError, match="committed"):
        session.guess(done, "c1", verdict="unsourced")
    assert done == session.guess(done, "c1", verdict="sourced")


def test_a_record_resumes_only_its_own_article(fresh):
    record = session.record(session.guess(fresh, "c1", verdict="sourced", kind="document"))
    assert Kind.DOCUMENT is session.resume(fresh, record).sheet.get("c1").kind
    with pytest.raises(MediakitError, match="another article"):
        session.resume(replace(fresh, fingerprint="other"), record)
    with pytest.raises(MediakitError, match="lacks answers"):
        session.resume(fresh, replace(record, committed=True))


def test_a_long_article_asks_a_balanced_dozen():
    found = packs.load("who-says-so/two-hands")
    asked = session.select(found.machine, found.key)
    assert len(asked) == session.SELECTED
    verdicts = [found.key.get(c).verdict for c in asked]
    assert {Verdict.SOURCED, Verdict.UNSOURCED, Verdict.PARTLY} == set(verdicts)
    assert 0.4 <= sum(v is not Verdict.SOURCED for v in verdicts) / len(verdicts) <= 0.6
    assert len(found.machine.claims) == len(session.select(found.machine, found.key, everything=True))


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Pool to close in March", False),
        ("By Mara Quill", False),
        ("It is closed.", True),
        ("“Why?”", True),
        ("- Buses will run", True),
    ],
)
def test_headlines_and_bylines_are_not_asked(line, prose):
    assert prose == session.is_prose(line)


def both(fresh, verdict="sourced"):
    return session.guess(session.guess(fresh, "c1", verdict=verdict), "c2", verdict=verdict)


def test_two_rounds_keep_the_first_and_open_the_guesses_again():
    fresh = session.start("a/b", Article("One. Two."), ("c1", "c2"), rounds=2)
    once = session.commit(both(fresh))
    assert (once.phase, once.round, once.committed) == ("guess", 2, False)
    twice = session.commit(session.guess(once, "c2", verdict="unsourced"))
    assert (twice.phase, twice.committed) == ("compare", True)
    assert [a.verdict for a in twice.first] == ["sourced", "sourced"]
    assert [a.verdict for a in twice.sheet.answers] == ["sourced", "unsourced"]
    assert twice == session.resume(fresh, session.record(twice))


def test_weighing_stands_between_the_commit_and_the_key():
    fresh = session.start("a/b", Article("One. Two."), ("c1", "c2"), weigh=True)
    with pytest.raises(MediakitError, match="nothing to weigh"):
        session.move(fresh, "c1", True)
    done = session.commit(both(fresh))
    assert done.phase == "weigh"
    moved = session.move(session.move(session.move(done, "c1", True), "c2", True), "c1", False)
    assert moved.moved == ("c2",)
    assert session.finish(moved).phase == "compare"
    with pytest.raises(MediakitError, match="nothing to weigh"):
        session.move(session.finish(moved), "c1", True)


def test_an_objection_names_words_of_the_claim_and_a_reason(fresh):
    article = Article("One. Two.")
    claim = Claim("c1", 0, 4, Verdict.SOURCED, None, (), 1.0)
    done = session.commit(both(fresh))
    good = Contest("c1", Verdict.UNSOURCED, "opinion", "one", " it judges ")
    with pytest.raises(MediakitError, match="once your guess is committed"):
        session.contest(fresh, article, claim, good)
    for bad, said in (
        (replace(good, words="three"), "do not stand in it"),
        (replace(good, reason=" "), "give a reason"),
        (replace(good, detail="vague"), "need = 'vague'"),
    ):
        with pytest.raises(MediakitError, match=said):
            session.contest(done, article, claim, bad)
    kept = session.contest(session.contest(done, article, claim, good), article, claim, good)
    assert len(kept.contests) == 1
    assert kept.contests[0].reason == "it judges"


@pytest.mark.parametrize("wrong", [{"questions": ("colour",)}, {"rounds": 3}])
def test_a_lesson_that_cannot_be_is_refused(wrong):
    with pytest.raises(MediakitError):
        session.start("a/b", Article("One."), ("c1",), **wrong)
