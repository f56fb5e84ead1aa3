"""Finds runs of capitalised words and cuts them into titles and a name."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.attribution.wordlists import Gender, People
from reader.text.document import Document, Sentence, Word

_NICKNAME_MARKS = frozenset("“”\"‘’'")
_CLITICS = frozenset({"'s", "’s", "'", "’"})


class Run(NamedTuple):
    """A name as it stands in a sentence.

    Attributes:
        words: indices of the name's words, titles left out.
        tokens: the name's words in lower case, without full stops and suffixes (Jr.).
        prefix: the lower-case words of titles and affiliations before it.
        gender: what a form of address (Mr, Queen) says.
        titled: a title stands before it.
        organisation: one of its words says that it is no person.
        after_the: "the" stands before it.
        place: "in", "at", "from" or "near" stands before it.
        initial: the sentence begins with it.
        heading: all words of the sentence begin with a capital letter.
        possessive: 's follows.
        sentence: index of the sentence.
    """

    words: range
    tokens: tuple[str, ...]
    prefix: tuple[str, ...]
    gender: Gender | None
    titled: bool
    organisation: bool
    after_the: bool
    place: bool
    initial: bool
    heading: bool
    possessive: bool
    sentence: int


class RunFinder:
    """Finds the runs of a document's sentences."""

    def __init__(self, document: Document, people: People) -> None:
        self._words = document.words
        self._texts = document.texts
        self._folded = document.folded
        self._people = people

    def in_sentence(self, sentence: Sentence, index: int) -> Iterator[Run]:
        """Yield the names in a sentence; in a heading only those behind a title."""
        end, stop = sentence.words.start, sentence.words.stop
        heading = self._is_heading(sentence)
        for position, text in enumerate(self._texts[end:stop], end):
            if (
                position < end
                or not text[0].isupper()
                or self._folded[position] in self._people.not_names
            ):
                continue
            end = self._end(position, stop)
            run = self._cut(range(position, end), sentence, index, heading=heading)
            if run and (run.titled or not heading):
                yield run

    def _is_heading(self, sentence: Sentence) -> bool:
        """Say whether all words but the small ones of grammar begin with a capital letter."""
        capitals = 0
        within = slice(sentence.words.start, sentence.words.stop)
        for text, folded in zip(self._texts[within], self._folded[within], strict=True):
            if len(text) < 3 or not text.isalpha() or folded in self._people.not_names:
                continue
            if not text[0].isupper():
                return False
            capitals += 1
        return capitals >= 4

    def _end(self, position: int, stop: int) -> int:
        """Return the index after the last word of the run that begins at `position`."""
        end = position + 1
        while end < stop:
            step = self._step(end, stop)
            if not step:
                break
            end += step
        return end

    def _step(self, end: int, stop: int) -> int:
        """Return by how many words the run goes on at `end`, 0 where it is over."""
        word, before = self._words[end], self._words[end - 1]
        if word.text[0].isupper():
            return int(self._joins(end) and word.start - before.end <= 2)
        if word.text in self._people.particles and word.start - before.end == 1:
            return self._past_particles(end, stop)
        if end + 1 >= stop or not self._words[end + 1].text[0].isupper():
            return 0
        if word.text in _NICKNAME_MARKS:
            return self._past_nickname(end, stop)
        return 2 if self._binds(end) else 0

    def _joins(self, word: int) -> bool:
        lower = self._folded[word]
        return (
            lower not in self._people.not_names
            or lower in self._people.organisations
            or self._is_month_name(word)
        )

    def _binds(self, end: int) -> bool:
        """Say whether a mark belongs to the name around it: J. Vale, Vale & Orr, Vale, Jr."""
        text, before = self._words[end].text, self._words[end - 1].text
        if text == ".":
            return len(before) == 1 or self._is_short_title(before)
        following = self._folded[end + 1].rstrip(".")
        return text == "&" or (text == "," and following in self._people.suffixes)

    def _past_nickname(self, end: int, stop: int) -> int:
        """Return how many words "“Tiny” Baker" has, 0 where the marks hold no nickname."""
        if end + 3 >= stop or self._words[end + 2].text not in _NICKNAME_MARKS:
            return 0
        return 4 if self._words[end + 3].text[0].isupper() else 0

    def _past_particles(self, end: int, stop: int) -> int:
        """Return how many words "de la Vega" has, 0 where no name follows the small words."""
        after = end
        while after < stop and self._words[after].text in self._people.particles:
            after += 1
        return after + 1 - end if after < stop and self._words[after].text[0].isupper() else 0

    def _is_month_name(self, position: int) -> bool:
        """Say whether a word that is mostly none ends a person's name (Theresa May)."""
        before = self._folded[position - 1]
        return self._words[position].text in {"May", "June", "April", "Friday"} and (
            before in self._people.first_names
        )

    def _is_short_title(self, text: str) -> bool:
        lower = text.casefold()
        return lower in self._people.titles or lower in self._people.address

    def _cut(self, words: range, sentence: Sentence, index: int, *, heading: bool) -> Run | None:
        start, end = words.start, words.stop
        indices = [i for i in range(start, end) if not self._words[i].is_punctuation]
        lower = [self._folded[i].rstrip(".") for i in indices]
        organisation = self._is_organisation(indices, lower)
        cut = 0 if organisation else self._prefix_length(lower)
        tokens = [text for text in lower[cut:] if text not in self._people.suffixes]
        if not tokens or (len(tokens) == 1 and tokens[0] in self._people.affiliations):
            return None
        prefix = tuple(lower[:cut]) + self._lower_prefix(start, sentence)
        before = self._folded[start - 1] if start > sentence.words.start else ""
        after = self._words[end].text if end < sentence.words.stop else ""
        return Run(
            words=range(indices[cut], indices[-1] + 1),
            tokens=tuple(tokens),
            prefix=prefix,
            gender=next((g for t in prefix if (g := self._people.address.get(t))), None),
            titled=any(t in self._people.titles or t in self._people.address for t in prefix),
            organisation=organisation,
            after_the=before == "the" and cut == 0,
            place=before in {"in", "at", "from", "near"},
            initial=not before[:1].isalnum() and before not in {",", ";", ":"},
            heading=heading,
            possessive=after in _CLITICS,
            sentence=index,
        )

    def _is_organisation(self, indices: list[int], lower: list[str]) -> bool:
        last = self._words[indices[-1]].text
        if lower[-1] in self._people.organisations and len(lower) > 1:
            return True
        head = lower[self._prefix_length(lower) :] or lower
        if any(text in self._people.organisations for text in head):
            return True
        return len(indices) == 1 and len(last) > 1 and last.isupper()

    def _prefix_length(self, lower: list[str]) -> int:
        """Return how many of the words are titles and affiliations before a name."""
        people = self._people
        titles = [
            number
            for number, text in enumerate(lower)
            if text in people.titles or text in people.address
        ]
        cut = titles[-1] + 1 if titles else 0
        while cut < len(lower) - 1 and lower[cut] in people.affiliations:
            cut += 1
        return cut

    def _lower_prefix(self, start: int, sentence: Sentence) -> tuple[str, ...]:
        """Return the small words of a role that run up to the name ("prime minister")."""
        found: list[str] = []
        for word in self._before(start, sentence):
            lower = word.text.casefold()
            known = lower in self._people.titles or lower in self._people.person_nouns
            if not known and not (found and lower in self._people.affiliations):
                break
            found.append(lower)
        return tuple(reversed(found))

    def _before(self, start: int, sentence: Sentence) -> Iterator[Word]:
        for position in range(start - 1, max(sentence.words.start, start - 5) - 1, -1):
            yield self._words[position]
