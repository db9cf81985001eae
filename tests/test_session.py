from dataclasses import replace

import pytest

from mediakit import packs, session
from mediakit.model import Article, MediakitError
from mediakit.taxonomy import Kind, Verdict


@pytest.fixture
def fresh():
    return session.start("a/b", Article("One. Two."), ("c1", "c2"))


def test_a_guess_is_kept_part_by_part(fresh):
    after = session.guess(fresh, "c1", "sourced")
    after = session.guess(after, "c1", kind="vague")
    after = session.guess(after, "c1", sure="fairly")
    answer = after.sheet.get("c1")
    assert (answer.verdict, answer.kind, answer.sure) == ("sourced", "vague", "fairly")
    assert after.missing() == ("c2",)
    assert after.unfinished() == ()


def test_going_over_to_the_writer_drops_the_kind(fresh):
    after = session.guess(session.guess(fresh, "c1", "sourced", "vague"), "c1", "unsourced")
    assert after.sheet.get("c1").kind is None
    assert Verdict.UNSOURCED is after.sheet.get("c1").verdict


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("c9", "sourced"), "no claim 'c9'"),
        (("c1", "true"), "sourced, partly, unsourced"),
        (("c1", "sourced", "rumour"), "named_person"),
        (("c1", "unsourced", "vague"), "no source kind"),
        (("c1",), "say first"),
    ],
)
def test_what_is_no_answer_is_named(fresh, arguments, said):
    with pytest.raises(MediakitError, match=said):
        session.guess(fresh, *arguments)


def test_commit_names_the_open_claims_and_closes_the_rest(fresh):
    with pytest.raises(MediakitError, match="c2"):
        session.commit(session.guess(fresh, "c1", "sourced"))
    done = session.commit(session.guess(session.guess(fresh, "c1", "sourced"), "c2", "partly"))
    with pytest.raises(MediakitError, match="committed"):
        session.guess(done, "c1", "unsourced")
    assert done == session.guess(done, "c1", "sourced")


def test_a_record_resumes_only_its_own_article(fresh):
    record = session.record(session.guess(fresh, "c1", "sourced", "document"))
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
