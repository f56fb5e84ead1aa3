"""The people and organisations that an article names: one entity for all forms of a name."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.attribution.quotation import Quotation
from reader.analysis.attribution.runs import Run, RunFinder
from reader.analysis.attribution.wordlists import Gender, People
from reader.model.span import Span
from reader.text.document import Document

_SPACE = re.compile(r"\s+")
_PRONOUNS = {
    "he": Gender.MALE, "his": Gender.MALE, "him": Gender.MALE, "himself": Gender.MALE,
    "she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE,
}  # fmt: skip


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name.

    Attributes:
        name: the fullest form that the article gives, without titles.
        tokens: its words in lower case.
        person: how much speaks for a person (above 0) or against one.
        gender: which pronoun the article uses, where that is known.
        roles: lower-case words of its titles and descriptions.
        count: how often it is mentioned.
    """

    name: str
    tokens: tuple[str, ...]
    person: float = 0.0
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    count: int = 0
    votes: dict[Gender, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def is_person(self) -> bool:
        """Say whether this is more likely a person than not."""
        return self.person > 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named; `words` are indices into the document's words."""

    span: Span
    words: range
    entity: Entity
    sentence: int
    quoted: bool
    possessive: bool


class Names:
    """All names of a document and who bears them."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: People) -> None:
        self._document = document
        self._people = people
        self._quoted = [quotation.outer for quotation in quotations]
        self._quoted_starts = [span.start for span in self._quoted]
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[str, list[Entity]] = defaultdict(list)
        self._recent: dict[str, Entity] = {}
        runs = self._runs()
        for run in runs:
            self._learn(run)
        self.mentions: list[Mention] = [self._mention(run) for run in runs]
        self._starts = [mention.span.start for mention in self.mentions]
        self._judge_persons(runs)
        self._vote_on_genders()

    def before(self, offset: int) -> int:
        """Return how many mentions begin before `offset`."""
        return bisect_left(self._starts, offset)

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in `span`."""
        first = self.before(span.start)
        return [m for m in self.mentions[first : self.before(span.end)] if m.span.end <= span.end]

    def across(self, offset: int) -> Mention | None:
        """Return the mention that begins before `offset` and ends behind it."""
        last = self.before(offset) - 1
        if last < 0 or self.mentions[last].span.end <= offset:
            return None
        return self.mentions[last]

    def is_quoted(self, offset: int) -> bool:
        """Say whether `offset` stands in quotation marks."""
        index = bisect_left(self._quoted_starts, offset + 1) - 1
        return index >= 0 and offset < self._quoted[index].end

    def _runs(self) -> list[Run]:
        finder = RunFinder(self._document, self._people)
        runs = [
            run
            for index, sentence in enumerate(self._document.sentences)
            for run in finder.in_sentence(sentence, index)
        ]
        sure = {token for run in runs if not _is_doubtful(run) for token in run.tokens}
        return [run for run in runs if not _is_doubtful(run) or run.tokens[-1] in sure]

    def _learn(self, run: Run) -> None:
        if len(run.tokens) < 2:
            return
        known = next(
            (e for e in self._by_last[run.tokens[-1]] if _same_bearer(e.tokens, run.tokens)), None
        )
        name = self._text(run.words)
        if known is None:
            entity = Entity(name, run.tokens)
            self._by_last[run.tokens[-1]].append(entity)
            self._by_first[run.tokens[0]].append(entity)
        elif _rank(run.tokens) > _rank(known.tokens):
            known.name, known.tokens = name, run.tokens

    def _text(self, words: range) -> str:
        span = Span(self._document.words[words.start].start, self._document.words[words[-1]].end)
        after = self._document.text[span.end : span.end + 1]
        dot = "." if after == "." and self._is_suffix(words[-1]) else ""
        return _SPACE.sub(" ", span.of(self._document.text)) + dot

    def _is_suffix(self, word: int) -> bool:
        return self._document.folded[word] in {"jr", "sr"}

    def _mention(self, run: Run) -> Mention:
        words = self._document.words
        span = Span(words[run.words.start].start, words[run.words[-1]].end)
        entity = self._entity(run)
        entity.count += 1
        entity.roles.update(run.prefix)
        if run.gender:
            entity.votes[run.gender] += 5
        self._recent[run.tokens[-1]] = entity
        return Mention(
            span, run.words, entity, run.sentence, self.is_quoted(span.start), run.possessive
        )

    def _entity(self, run: Run) -> Entity:
        last = run.tokens[-1]
        if len(run.tokens) > 1:
            # its bearer may by now have a fuller name that this one does not fit
            bearers = [e for e in self._by_last[last] if _same_bearer(e.tokens, run.tokens)][:1]
        else:
            bearers = self._by_last.get(last) or self._by_first.get(last) or []
            if run.gender:
                bearers = [e for e in bearers if self._gender_of(e) in {None, run.gender}]
        if not bearers:
            entity = Entity(self._text(run.words), run.tokens)
            self._by_last[last].append(entity)
            return entity
        return bearers[0] if len(bearers) == 1 else self._namesake(bearers, run)

    def _namesake(self, bearers: list[Entity], run: Run) -> Entity:
        """Tell those who share a name apart: the one last named, or the one named most."""
        if run.gender:
            known = [e for e in bearers if self._gender_of(e) is run.gender]
            bearers = known or bearers
        most = max(bearers, key=lambda entity: entity.count)
        recent = self._recent.get(run.tokens[-1])
        if recent in bearers and recent is not None and recent.count * 4 >= most.count:
            return recent
        return most

    def _gender_of(self, entity: Entity) -> Gender | None:
        if entity.votes:
            return max(entity.votes, key=lambda gender: entity.votes[gender])
        if len(entity.tokens) > 1:
            return self._people.first_names.get(entity.tokens[0])
        return None

    def _judge_persons(self, runs: Sequence[Run]) -> None:
        for run, mention in zip(runs, self.mentions, strict=True):
            mention.entity.person += _person_evidence(run)
        for entity in {id(m.entity): m.entity for m in self.mentions}.values():
            if entity.tokens[0] in self._people.first_names:
                entity.person += 2 + entity.count
            if 2 <= len(entity.tokens) <= 4:
                entity.person += 0.5

    def _vote_on_genders(self) -> None:
        """Let he and she tell the gender of the one person named before them in the sentence."""
        words = self._document.words
        mentions = iter(self.mentions)
        mention = next(mentions, None)
        for index, sentence in enumerate(self._document.sentences):
            named: list[Mention] = []
            while mention is not None and mention.sentence <= index:
                if mention.entity.is_person and not mention.quoted:
                    named.append(mention)
                mention = next(mentions, None)
            if len({id(m.entity) for m in named}) != 1:
                continue
            for word in words[named[0].words.stop : sentence.words.stop]:
                gender = _PRONOUNS.get(word.text)
                if gender and not self.is_quoted(word.start):
                    named[0].entity.votes[gender] += 1
        for entity in {id(m.entity): m.entity for m in self.mentions}.values():
            entity.gender = self._settled(entity)

    def _settled(self, entity: Entity) -> Gender | None:
        first = self._people.first_names.get(entity.tokens[0]) if len(entity.tokens) > 1 else None
        if first:
            entity.votes[first] += 4
        male, female = entity.votes[Gender.MALE], entity.votes[Gender.FEMALE]
        if male > 2 * female:
            return Gender.MALE
        return Gender.FEMALE if female > 2 * male else None


def _is_doubtful(run: Run) -> bool:
    """Say whether the capital letters may come from the place of the words alone."""
    return run.heading or (run.initial and not run.titled and len(run.tokens) == 1)


def _rank(tokens: tuple[str, ...]) -> tuple[bool, int, int]:
    """Order the forms of one name: whole first names before initials, then by length."""
    return len(tokens[0]) > 1, len(tokens), sum(map(len, tokens))


def _same_bearer(known: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names with the same last word can be one person's or body's."""
    if known[-1] != other[-1]:
        return False
    first, second = known[0], other[0]
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return len(known) != len(other) and (set(known) <= set(other) or set(other) <= set(known))


def _person_evidence(run: Run) -> float:
    evidence = 2.0 * run.titled - 3.0 * run.organisation
    if run.after_the:
        evidence -= 1.5
    if run.place and not run.titled and len(run.tokens) == 1:
        evidence -= 1.0
    return evidence + (0.2 if run.possessive else 0.1)
