"""Nouns that name somebody by what they do or are: `python -m training.role_nouns WORDNET`, a folder with `data.noun`.

Writes `mediakit/lang/role-nouns.txt`: the one-word nouns of WordNet 3.0 whose commonest meaning is a kind of those in
ROOTS, without names of people and peoples, and without rare words by wordfreq. What the lexicon has as something else (a
document, a crowd, a body) it keeps so. Needs `pip install wordfreq`; WORDNET may be Debian's /usr/share/wordnet (package
wordnet-base).
"""

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path

from mediakit import lexicon

OUT = Path(lexicon.__file__).parent / "lang" / "role-nouns.txt"
WIDTH = 128
ROOTS = """
worker professional leader entertainer contestant artist writer expert communicator intellectual serviceman clergyman capitalist
adjudicator diplomat adviser scientist learner traveler rider driver manufacturer merchant maker keeper originator reformer
environmentalist explorer entrepreneur benefactor nun monk attendant guardian resident schoolboy schoolgirl skilled_worker
babysitter bouncer bookkeeper caterer fencer fundraiser joiner mason miller restaurateur runner scout stunt_man thatcher
parliamentarian legislator smith relative survivor
"""
"""Words whose commonest meaning is a person by trade, office or pursuit; what describes a person otherwise is no role."""
INSULTS = """
brahman bunny bombshell commie dweeb egghead fink geek gipsy gob gringo gypsy hobo honcho jock lackey menial nerd pacifier peon pinko
babe blackleg cuckold dick fishwife flunky hippie hippy hipster hireling lascar limper mammy skivvy slavey spanker
stammerer stutterer whoreson castrato quack scab shill shrink showgirl slapper snitch stalker starlet striptease swinger swot tramp underling vagrant wag yuppie
"""
"""What no lesson calls anybody."""
THINGS = """
accumulator adapter adder alien attractor auxiliary barker blaster bleacher blocker bottler bookmaker breaker calculator canary caster
classifier cog converter conveyer conveyor courser decoder decoy digger divider extra fodder forward framer gazetteer grind
hanger harrier heavy hire holdout hummer imitator indexer jumper lapidary legate loader lovely mapper mime minor monitor
oracle ordinary packer peeler penetrator pitcher pivot placeholder planter plater polemic primate printer private pro
prompter proxy redact reaper ringer router rover sage scanner scrambler scratcher scrubber seasonal server setter settler
shaper shifter shrink slammer slicer sorter spearhead spinner splitter spoiler sprayer stacker stamper stepper stirrer
stringer stuffer subsidiary superior swagger synthesizer tackle tapper teaser temp temporary territorial thruster
topper transient transmitter trawler trier trimmer tuner tumbler venter voluntary warbler washer waver winder winner wiper wrecker
ascender advancer affine antediluvian coaster cognate colonial descender dribbler dry edger harmonizer illegitimate laminator
melter monastic outlier paramedical perfecter picket plugger politico pop quad roadman screener screw shuffler splicer stainer stipendiary super
superordinate synthesiser tailgater tiler tinner tracer transalpine trencher twin watchdog waterer noncombatant nonesuch
major general heavy favourite familiar domestic employable pathfinder metropolitan symbolist
"""
"""What a newspaper calls a thing or a property more often than somebody."""
LEAST = 1.5
"""Zipf frequency; a shipwright is rare."""


def lines(path: Path) -> Iterator[list[str]]:
    """The fields of each line that is no head of the file."""
    with path.open(encoding="ascii") as file:
        yield from (line.split() for line in file if not line.startswith("  "))


def roles(folder: Path) -> set[str]:
    """The words, in small letters, whose first meaning is a kind of a root's and no individual."""
    kinds: dict[str, list[str]] = {}
    capital = set()
    for offset, _, _, count, *rest in lines(folder / "data.noun"):
        words, pointers = rest[: 2 * int(count, 16) : 2], rest[2 * int(count, 16) + 1 :]
        capital |= {(offset, word.lower()) for word in words if word != word.lower()}
        pairs = zip(pointers[::4], pointers[1::4], strict=False)
        kinds[offset] = [at for sign, at in pairs if sign == "~"]
    first = {word: rest[int(count) + 2] for word, _, _, count, *rest in lines(folder / "index.noun")}
    meant, more = set(), [first[root] for root in ROOTS.split()]
    while more:
        at = more.pop()
        if at not in meant:
            meant.add(at)
            more += kinds[at]
    return {w for w, at in first.items() if at in meant and w.isalpha() and (at, w) not in capital}


def main() -> None:
    from wordfreq import zipf_frequency

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    given = parser.parse_args()
    refused = {*INSULTS.split(), *THINGS.split()}
    nouns = sorted(w for w in roles(given.wordnet) - refused if zipf_frequency(w, "en") >= LEAST)
    OUT.write_text("\n".join(textwrap.wrap(" ".join(nouns), WIDTH)) + "\n", encoding="ascii")
    print(f"{len(nouns)} nouns in {OUT.name}")


if __name__ == "__main__":
    main()
