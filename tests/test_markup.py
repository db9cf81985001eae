from hypothesis import given
from hypothesis import strategies as st

from mediakit import markup
from mediakit.model import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda t: Span(min(t), max(t)))


@given(
    st.text(min_size=60, max_size=60),
    SPANS,
    st.lists(st.tuples(SPANS, st.sampled_from(["cue", "source", "content"])), max_size=6),
)
def test_runs_join_to_the_text(text, span, marks):
    runs = markup.runs(text, span, marks)
    assert text[span.start : span.end] == "".join(piece for piece, _ in runs)


def test_the_first_mark_is_painted_where_two_overlap():
    assert markup.runs("abc", Span(0, 3), [(Span(0, 1), "cue"), (Span(0, 2), "source")]) == (
        ("a", "cue"),
        ("b", "source"),
        ("c", ""),
    )


def test_headlines_and_paragraphs_stand_apart():
    text = "A headline\nFirst. Second.\n\nThird."
    claims = (Span(0, 10), Span(11, 17), Span(18, 25), Span(27, 33))
    assert [len(p) for p in markup.paragraphs(text, claims)] == [1, 2, 1]


def test_a_line_break_parts_paragraphs_where_no_line_is_broken_for_the_width():
    text = f"{'Long ' * 40}line.\nFirst. Second.\nThird."
    claims = (Span(0, 205), Span(206, 212), Span(213, 220), Span(221, 227))
    assert [len(p) for p in markup.paragraphs(text, claims)] == [1, 2, 1]
