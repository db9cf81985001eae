"""What the analysis finds in the table of invented sentences: content, source, kind, name, quote type."""

from itertools import chain

import pytest
import table
import table_back
import table_bodies
import table_borders
import table_cues
import table_speakers
import table_turns
import table_unnamed
from row import Row
from writers_own import AMONG, WRITER

import mediakit
from mediakit.model import Analysis, text_of


def found(text: str) -> Analysis:
    return mediakit.analyze(text)


def marked() -> list:
    return [
        pytest.param(
            r, id=r.text[:90], marks=[pytest.mark.xfail(strict=True, reason=r.fails)] if r.fails else []
        )
        for r in chain.from_iterable(
            t.ROWS
            for t in (
                table,
                table_speakers,
                table_bodies,
                table_back,
                table_cues,
                table_unnamed,
                table_turns,
                table_borders,
            )
        )
    ]


def same(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("row", marked())
def test_the_attribution_is_found(row: Row):
    analysis = found(row.text)
    fitting = [a for a in analysis.attributions if row.content in text_of(row.text, a.content)]
    assert fitting, [text_of(row.text, a.content) for a in analysis.attributions]
    attribution = fitting[0]
    if row.source is not None:
        source = text_of(row.text, attribution.source)
        assert (row.source in source) if row.source else source == ""
    asked = {"kind": row.kind, "quote": row.quote, "stance": row.stance, "reason": row.reason}
    assert {k: v for k, v in asked.items() if v is not None} == {
        k: getattr(attribution, k) for k, v in asked.items() if v is not None
    }
    if row.cue is not None:
        assert row.cue == text_of(row.text, attribution.cue)
    if row.whole:
        assert row.content == text_of(row.text, attribution.content)
        assert row.source in (None, text_of(row.text, attribution.source))
    if row.name is not None:
        assert (row.name or None) == attribution.name
    if row.continued is not None:
        assert row.continued == (attribution.continued is not None)


@pytest.mark.parametrize(
    "words",
    [
        "who did not want her name in the paper",
        "who asked us to leave her name out",
        "who requested that we not use her name",
        "who wanted to be identified only as a stoker",
        "who did not want his neighbours to know his name",
    ],
)
def test_what_asks_for_no_name_is_no_claim(words: str):
    text = f"“It is late,” said a stoker, {words}."
    assert [text_of(text, a.content) for a in found(text).attributions] == ["“It is late,”"]


def test_who_agrees_to_give_no_name_claims_nothing():
    text = "“It is late,” one stoker said. The Echo has agreed not to name her."
    assert len(found(text).attributions) == 1


def test_a_heading_with_marks_says_nothing_by_the_next_paragraph():
    text = "The trouble with “common sense”\n\nWhenever a politician tells you that something is plain, hold on to your wallet."
    assert found(text).claims[0].verdict == "unsourced"
    assert len(found(text).attributions) == 1


def test_a_name_in_marks_goes_on_from_nobody():
    text = "A chatbot was wrong, the head teacher has conceded.\n\nThe school paid £30,000 for the tool, called “Ask Henry”, in May."
    assert len(found(text).attributions) == 1


def test_what_a_colon_leads_from_is_no_content():
    text = 'The director of the lab, Mao Linhua, explains the mission: "Talent is the root of innovation for the new economy. A new kind of teaching is key. We hope to help students."'
    assert len(found(text).attributions) == 1


def test_the_next_sentence_is_the_writers():
    text = "“We waited,” said Mira Osei. Critics say it is late. The gate is blue. It is believed that the road will close. The gate is blue."
    verdicts = ["sourced", "sourced", "unsourced", "sourced", "unsourced"]
    assert [c.verdict for c in found(text).claims] == verdicts


@pytest.mark.parametrize(
    "lead",
    ["Ms Ortiz did not say", "The firm sells two things", "The rules are simple", "Keller said it was so"],
)
def test_a_colon_alone_sets_no_words_apart(lead: str):
    text = f"{lead}:\n\nThe mill is old and the bridge is shut.\n\nThe road is wet."
    assert [c.verdict for c in found(text).claims][-2:] == ["unsourced", "unsourced"]


def test_a_score_is_no_turn_of_a_transcript():
    scores = "\n\n".join(["Hana Clint: 1,769.", "Bern Sand: 1,501.", "Clint: 547.", "Sand: 46."])
    assert not found(f"Medal Update: The latest count.\n\n{scores}\n\nThe total is out soon.").attributions


def test_a_question_put_to_a_speaker_is_not_what_the_speaker_says():
    text = "Asked which body, she said she ‘would have to check’."
    (answer,) = found(text).attributions
    assert text_of(text, answer.cue) == "said"


def test_a_content_ends_before_the_blank_of_a_dash():
    text = "Earlier promises – one firm said in 2008 that such teeth were five years away – have come to nothing."
    contents = [text[slice(*span)] for a in found(text).attributions for span in a.content]
    assert contents == ["that such teeth were five years away"]


@pytest.mark.parametrize(
    "text",
    [
        "Polls have shown a majority of parents favor some form of merit pay, though support drops when they are told how it would work.",
        'A court in Lyon has ruled that a cheesemaker may keep his bells, which neighbours had described as "torture". "Justice has ears," said his lawyer.',
    ],
)
def test_nothing_is_told_twice_under_one_cue(text: str):
    cues = [a.cue for a in found(text).attributions]
    assert len(cues) == len(set(cues)) > 0


def test_a_preposition_alone_is_no_cue():
    text = "Then the haggling begins, and about that, as one veteran of such talks puts it, “polls know nothing at all”."
    assert "about" not in [text_of(text, a.cue) for a in found(text).attributions]


@pytest.mark.parametrize("text", WRITER)
def test_the_writer_speaks(text: str):
    analysis = found(text)
    assert [c.verdict for c in analysis.claims] == ["unsourced"], [
        text_of(text, a.content) for a in analysis.attributions
    ]


@pytest.mark.parametrize(("text", "words"), AMONG)
def test_the_writer_speaks_among_others(text: str, words: str):
    claims = found(text).claims
    (own,) = [c for c in claims if words in text[c.start : c.end]]
    assert own.verdict == "unsourced"
    assert len(claims) > 1


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody wanted this,” said Mara Quill, who voted for the plan in the end.",
        "“You can’t rebuild a memory,” said Tomas Leary, whose grandfather worked there.",
        "“The pump is dry,” said Mara Quill, the mayor of Dornby since May.",
    ],
)
def test_what_describes_the_speaker_is_no_claim_of_the_writers(text: str):
    assert [c.verdict for c in found(text).claims] == ["sourced"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("“The bar was very crowded,” Mayor Lena Ortiz said at a press conference on Sunday afternoon.", "sourced"),
        ("Asked by a reporter whether the row could hurt trade with the north, Lena Ortiz replied: “No, it could not.”", "sourced"),
        ("It was late, the leader of the Greens in the upper house, Lena Ortiz, told the Halden Courier.", "sourced"),
        ("HALDEN – Councillor Ada Moor blasted the harbour plan as a “disgrace” on Tuesday on Radio Melk.", "sourced"),
        ("The council praised the plan in a statement, which would close two of the three piers.", "partly"),
        ("Speaking after a long meeting of mayors in Halden, Lena Ortiz said it was late.", "sourced"),
        ("“It was late,” said Lena Ortiz after the river had burst its banks and drowned the lower town.", "partly"),
        ("Claims that the vote was rigged have been circulating in the town since Monday.", "sourced"),
        ("In a statement to the inspectorate, which has been seen by the Courier, he describes carrying a woman of 94 down the stairs.", "sourced"),
        ("Fears that the mill would close grew after the owner had sold his house and both of his boats.", "partly"),
        ("Lena Ortiz said it was late, though the bridge had been open for cars and lorries since noon.", "sourced"),
        ("State media quoted the minister as saying the talks had failed.", "sourced"),
        ("She was quoted by the Packet as saying it was late.", "sourced"),
        ("The Packet quoted her as saying it was late.", "sourced"),
    ],
)  # fmt: skip
def test_when_where_and_to_whom_it_was_said_is_no_claim(text, verdict):
    assert [c.verdict for c in found(text).claims] == [verdict]


def test_what_somebody_does_while_speaking_is_not_said():
    text = "“It is late,” the captain tells me, not looking round."
    assert [text_of(text, a.content) for a in found(text).attributions] == ["“It is late,”"]


def test_who_is_told_is_no_claim():
    text = 'A text message seen by the Evening Post tells one driver: "If ur more than 6 down just go."'
    assert [text_of(text, a.content) for a in found(text).attributions] == [
        '"If ur more than 6 down just go."'
    ]


def test_what_tells_who_speaks_is_not_said():
    text = "A man who gave his name only as Karim said the shop was closed."
    assert [text_of(text, a.content) for a in found(text).attributions] == ["the shop was closed"]


def test_why_somebody_gives_no_name_is_no_claim():
    text = "‘Half of them don’t walk,’ confided a technician at the plant, who feared for his job and asked that his name not be printed."
    assert [text_of(text, a.content) for a in found(text).attributions] == ["‘Half of them don’t walk,’"]


def test_a_title_without_capitals_is_nobodys():
    text = "“The moat is melting,” wrote Tom Eddings in a note titled “Sell the truffle”."
    assert [text_of(text, a.content) for a in found(text).attributions] == ["“The moat is melting,”"]


def test_the_word_that_leads_to_a_source_is_no_part_of_it():
    text = "Another puts the cost at $212,000, a figure that independent engineers have called ‘fantasy’."
    assert text_of(text, found(text).attributions[-1].source) == "independent engineers"


def test_a_source_ends_with_its_sentence():
    text = "“We were not asked,” said Dora Flint. Flint, who lives by the pier, voted no."
    assert text_of(text, found(text).attributions[0].source) == "Dora Flint"


def test_a_source_begins_behind_the_phrase_of_another_name():
    text = "The head of the main group backing former mayor Jan Busch for president, Mike Moor, praised the efforts of a donor."
    assert "Mike Moor" in [text_of(text, a.source) for a in found(text).attributions]


def test_who_speaks_below_a_headline_says_nothing_in_it():
    text = (
        "Mayor to quit after ‘worst week of my life’\n\n"
        "Breaking: Wexley mayor Dominic Vale is to step down, sources tell the Post, after a recording emerged in which he appears to call his own voters “the great unwashed”.\n\n"
        "Mr Vale’s office had insisted as recently as this morning that he would “see out his term and then some”.\n\n"
        "In the recording, made at a dinner in October and obtained by this newspaper, a man who sounds like the mayor can be heard saying: “They’d vote for a lamp post if you gave it a rosette.” Laughter follows. A second voice, identified by two people present as that of donor Hugo Strand, replies: “You are the lamp post, Dominic.”\n\n"
        "Mr Strand’s lawyers say their client has no recollection of the dinner. They would not be drawn on whether he had been there.\n\n"
        "Deputy mayor Ines Cardoso, widely tipped to take over, told the BBC she was “heartbroken and surprised in equal measure”. Asked which measure was larger, she laughed.\n\n"
        "Friends of the mayor claim he was set up. “There were nine people at that table and eight of them had phones,” said one. “Do the maths.”\n\n"
    )
    assert all(
        a.source[0].start < a.content[0].end
        for a in found(text).attributions
        if a.content[0].start == 0 and a.source
    )


def test_a_line_that_signs_a_quotation_needs_no_source():
    claims = found("“I am ashamed.”\nPamela Roth, nurse\n\nThe town has 400 lamps.").claims
    assert [(c.verdict, c.need) for c in claims[1:]] == [("unsourced", "common"), ("unsourced", "checkable")]


def test_what_follows_a_relative_clause_is_the_writers():
    claim = found("Two neighbours, who said the lights went out at nine, have moved away.").claims[0]
    assert claim.verdict == "partly"


def test_a_question_of_the_writers_is_nobody_elses():
    text = "So what should parents do? “Ask who they’re writing to,” says Mette Holm."
    assert [c.verdict for c in found(text).claims] == ["unsourced", "sourced"]


def test_what_is_said_of_a_wording_is_the_writers():
    text = "Admiral Quill spoke of ‘an iron bridge between two shores,’ a phrase that recalls the old treaty of 1921."
    assert len(found(text).attributions) == 1


def test_the_numbers_of_a_list_are_no_claims():
    text = "Notes\n1. The pool is open on Sunday.\n2. The bridge was built in May."
    assert [text[slice(*c.span)] for c in found(text).claims][1:] == text.split("\n")[1:]


def test_a_line_that_begins_with_a_small_word_in_capitals_is_read():
    assert found("Dornby Press Office\nFOR IMMEDIATE RELEASE\n\nThe bridge was built in May.").claims


def test_a_line_that_begins_with_a_time_is_an_entry_of_its_own():
    text = "LIVE: Storm Alva\n\n16:52 Power cut to many homes\nWestern Power says some homes are dark.\n\n15:22\nThe bridge is shut."
    claims = [text[slice(*c.span)] for c in found(text).claims]
    assert claims[1:3] == ["16:52 Power cut to many homes", "Western Power says some homes are dark."]


def test_questions_of_a_column_make_no_interview():
    text = "\n\n".join(
        ["Who pays for it?", "We do, as ever.", "And who gains?", "Not our town.", "What now?", "I wait."]
    )
    assert not found(text).attributions


def test_a_lost_mark_does_not_swallow_the_rest():
    text = "“The pump is dry, said Mara Quill. " + "The river runs south of the town and on to the sea. " * 12
    assert sum(c.verdict == "unsourced" for c in found(text).claims) > 10


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (
            "Der Bürgermeister sagte am Montag, die Brücke sei sicher und werde erst im Mai wieder geöffnet.",
            "language",
        ),
    ],
)
def test_odd_text_gets_a_note(text: str, note: str):
    assert note in mediakit.analyze(text).notes


def test_every_answer_says_why():
    analysis = found("Experts say the plan will fail. Thefts doubled last year.")
    assert [a.why.rule for a in analysis.attributions] == ["empty"]
    assert analysis.attributions[0].kind == "vague"
    assert analysis.attributions[0].why.runner_up == "unnamed"
    assert analysis.claims[1].why is not None
    assert analysis.claims[1].why.rule == "fact"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The pump is dry, or so the mayor says.", "The pump is dry"),
        ("The mayor’s claim that the pump is dry is false.", "that the pump is dry"),
        (
            "She said the house was old, among the oldest in the Skarn Row, which",
            "among the oldest in the Skarn Row",
        ),
    ],
)
def test_a_content_ends_where_the_writer_goes_on(text: str, content: str):
    (attribution,) = found(text).attributions
    assert text_of(text, attribution.content).endswith(content)
