from hypothesis import given
from hypothesis import strategies as st

from mediakit.analysis.places import Places
from mediakit.model import Span, among

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(spans=st.lists(SPANS, max_size=20), asked=SPANS)
def test_places_finds_just_those_that_overlap(spans, asked):
    assert Places(spans).overlapping(asked) == [i for i, s in enumerate(spans) if s.overlaps(asked)]


@given(
    edges=st.lists(st.integers(0, 80), unique=True, max_size=20).map(sorted), asked=SPANS, point=st.booleans()
)
def test_among_finds_just_those_that_overlap(edges, asked, point):
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    asked = Span(asked.start, asked.start) if point else asked

    assert list(among(spans, asked, lambda s: s)) == [s for s in spans if s.overlaps(asked)]
