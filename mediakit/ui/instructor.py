"""For teachers: look inside an analysis, correct it, and make it the key of an exercise."""

from dataclasses import replace
from html import escape
from pathlib import Path

from mediakit import authoring, catalogue, painting, scoring, session
from mediakit.model import Analysis, Answer, Article, MediakitError, Sheet, text_of
from mediakit.taxonomy import Kind, Need, Verdict
from mediakit.ui.lesson import Summary


class Draft:
    """An article's claims with the machine's answers, to be corrected into a key."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.sheet = scoring.sheet_of(analysis)
        self.corrected: set[str] = set()

    def correct(
        self,
        claim: str,
        verdict: str | None = None,
        detail: str | None = None,
        why: str = "",
        accept: tuple[str, ...] = (),
    ) -> Summary:
        """Set verdict, kind (or need) and the reason for one claim. Raises MediakitError naming what is no answer."""
        old = self.sheet.get(claim)
        if old is None:
            raise MediakitError(f"There is no claim {claim!r}. Claims: c1 to c{len(self.analysis.claims)}.")
        checked = session.Session("draft", "", (claim,), Sheet((replace(old, sure=None),)))
        own = (verdict or old.verdict) == Verdict.UNSOURCED
        checked = session.guess(checked, claim, verdict=verdict, **{"need" if own else "kind": detail})
        new = checked.sheet.get(claim)
        assert new is not None
        allowed = {str(word) for group in (Kind, Need, Verdict) for word in group}
        if bad := [a for a in accept if a not in allowed]:
            raise MediakitError(f"accept has {bad[0]!r}; it must be one of {', '.join(sorted(allowed))}.")
        changed = (new.verdict, new.kind, new.need) != (old.verdict, old.kind, old.need)
        new = replace(
            new,
            why=why or ("" if changed else old.why),
            accept=tuple(accept) or (() if changed else old.accept),
        )
        self.sheet = self.sheet.put(new)
        self.corrected.add(claim)
        return Summary(f"{claim}: {_answer_words(new)}")

    def save(self, name: str, title: str, folder: str = "my-exercises") -> Summary:
        """Write the exercise `pack/slug` into a folder beside the notebook."""
        pack, slash, slug = name.partition("/")
        if not slash:
            raise MediakitError(f"{name!r}: name the exercise as pack/exercise, such as my-pack/bridge.")
        authoring.save_exercise(self.analysis, self.sheet, Path(folder) / pack / slug, title)
        return Summary(
            f"Saved {name} with {len(self.sheet.answers)} claims, {len(self.corrected)} of them corrected, in the folder {folder}."
        )

    def _repr_html_(self) -> str:
        """The claims as a table that needs no widget; text from the article is escaped."""
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in self._rows()
        )
        head = "".join(f'<th scope="col">{h}</th>' for h in ("Claim", "Text", "Answer", "Source", "Why"))
        return f"<table><caption>What the machine found, and what was corrected</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _rows(self) -> list[tuple[str, ...]]:
        words = catalogue.load()
        article = Article(self.analysis.text, self.analysis.language)
        rows: list[tuple[str, ...]] = []
        for claim in self.analysis.claims:
            answer = self.sheet.get(claim.id)
            assert answer is not None
            mark = f"{claim.id} (corrected)" if claim.id in self.corrected else claim.id
            why = answer.why or (
                "" if claim.id in self.corrected else scoring.rule_line(article, answer, words)
            )
            rows.append(
                (
                    mark,
                    text_of(self.analysis.text, (claim.span,)),
                    _answer_words(answer),
                    answer.source or "",
                    why,
                )
            )
        return rows

    def __repr__(self) -> str:
        return f"Draft({len(self.analysis.claims)} claims, {len(self.analysis.attributions)} attributions, {len(self.corrected)} corrected)"


def _answer_words(answer: Answer) -> str:
    return painting.in_words(answer, catalogue.load())


_current: list[Draft] = []


def look(text: str) -> Draft:
    """Analyse an article and show every claim with the machine's answer and its reason."""
    import mediakit

    _current[:] = [Draft(mediakit.analyze(text))]
    return _current[0]


def correct(
    claim: str,
    verdict: str | None = None,
    detail: str | None = None,
    why: str = "",
    accept: tuple[str, ...] = (),
) -> Summary:
    """Correct one claim of the article that was looked at last; see `Draft.correct`."""
    return _last().correct(claim, verdict, detail, why, accept)


def save(name: str, title: str, folder: str = "my-exercises") -> Summary:
    """Make the article that was looked at last an exercise; see `Draft.save`."""
    return _last().save(name, title, folder)


def rule(name: str, answers: str, claim: str, *, upheld: bool, folder: str = "my-exercises") -> Summary:
    """Decide on a student's objection to the machine; if upheld, the key of `pack/slug` in `folder` takes it over."""
    new = authoring.rule(Path(folder) / name, Path(answers), claim, upheld=upheld)
    return Summary(f"{claim}: the key says {_answer_words(new)}.")


def _last() -> Draft:
    if not _current:
        raise MediakitError("No article is open. Open one first: instructor.look(text).")
    return _current[0]
