"""Headlines: which capitals the parser does not see, and whose words a dash or a colon does not give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import analyze, lexicon
from mediakit.analysis import headlines, nlp, sentences

LEXICON = lexicon.load()
WORDS = headlines.Words(nlp.pipeline(LEXICON.models), LEXICON)
BODY = "\n\nThe town of Skarn has two pools. It rained, and Quill laughed."

TABLE = [
    ("Mayor Slams Council Over Pool", "mayor slams council over pool"),
    ("Anna Quill Blasts Rivals Over Pool", "Anna Quill blasts rivals over pool"),
    ("Storm Kills Four in Skarn as Rivers Rise", "storm kills four in Skarn as rivers rise"),
    ("Mayor Calls Quill a ‘Disgrace’", "mayor calls Quill a ‘disgrace’"),
    ("Mayor Slams Council Over Pool.", "mayor slams council over pool."),
    (
        "Rovers 2-1 Albion: Late Stone header sinks leaders",
        "Rovers 2-1 Albion: late Stone header sinks leaders",
    ),
    # no headline
    ("Anna Quill is late", "Anna Quill is late"),
    ("Present: Cllrs Fearn (Chair), Dass and Wynn.", "Present: Cllrs Fearn (Chair), Dass and Wynn."),
    ("Anne Marie Stone, 34", "Anne Marie Stone, 34"),
    ("By Anna Quill", "By Anna Quill"),
]


def read(text: str) -> str:
    return headlines.lowered(text, sentences.find(text, LEXICON), WORDS)


@pytest.mark.parametrize(("head", "plain"), TABLE)
def test_plain_words_of_a_headline_lose_their_capital(head, plain):
    assert read(head + BODY) == plain + BODY


@pytest.mark.parametrize(
    "head",
    [
        "Champions League final: Skarn – Melk",
        "Quill to quit: what we know so far",
        "The road to Skarn: a film",
        "How the dam broke – engineer",
        "A dazzling night at the opera – review",
    ],
)
def test_a_dash_or_a_colon_alone_names_nobody(head):
    assert not [a for a in analyze(head + BODY).attributions if a.content[0].start < len(head)]


@given(st.text(alphabet=st.sampled_from(list("aQr Té.?\n‘’-8")), max_size=60))
def test_every_character_keeps_its_place(text):
    assert read(text).casefold() == text.casefold()
    assert len(read(text)) == len(text)
