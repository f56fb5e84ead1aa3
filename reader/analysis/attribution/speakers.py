"""Says who a source is: the fullest name that the article gives, or its words."""

from reader.analysis.attribution.antecedents import Antecedents, Source
from reader.analysis.attribution.clauses import Clauses
from reader.analysis.attribution.names import Entity, Names
from reader.analysis.attribution.phrases import Phrase, Phrases
from reader.analysis.attribution.wordlists import Gender, People, load_grammar
from reader.text.document import Document

_HE_OR_SHE = {"he": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE,
              "himself": Gender.MALE, "herself": Gender.FEMALE, "his": Gender.MALE}  # fmt: skip
# sentences back to the body that "the company" takes up
_BODY_REACH = 4


class Speakers:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(self, document: Document, names: Names, people: People) -> None:
        self._document = document
        self._names = names
        self._people = people
        self._grammar = load_grammar()
        self._clauses = Clauses(document)
        self._phrases = Phrases(document, names, people)
        self._antecedents = Antecedents(document, names)
        # words that the article writes small somewhere: a capital then comes from the sentence
        self._small_words = {text for text in set(document.texts) if text.islower()}
        self._known: dict[range, str | None] = {}

    def of(self, source: range) -> str | None:
        """Return who the words of `source` stand for, None where that is open."""
        if source not in self._known:
            resolved = self._resolve(source) if len(source) else None
            if resolved is not None:
                self._antecedents.remember(resolved)
            self._known[source] = resolved.speaker if resolved else None
        return self._known[source]

    def _resolve(self, source: range) -> Source | None:
        phrase = self._phrases.read(source)
        word = phrase.core.start
        lower = self._phrases.lower(word)
        sentence = self._document.sentence_at(self._document.words[word].start)
        if lower in self._grammar.relatives:
            return self._before_relative(word, sentence)
        if len(phrase.core) == 1:
            if gender := _HE_OR_SHE.get(lower):
                found = self._antecedents.person(word, sentence, gender)
                return found and self._at(word, sentence, found)
            if lower in self._grammar.group_pronouns:
                return self._group(word, sentence)
            if lower in self._grammar.nobody:
                return None
        if phrase.named is not None:
            return self._named(phrase, word, sentence)
        return self._described(phrase, word, sentence)

    @staticmethod
    def _at(word: int, sentence: int, found: Source) -> Source:
        return Source(word, sentence, found.speaker, found.entity, found.is_person)

    def _group(self, word: int, sentence: int) -> Source | None:
        last = self._antecedents.last_source(word, sentence, 2)
        if last is None or last.is_person:
            return None
        return self._at(word, sentence, last)

    def _before_relative(self, word: int, sentence: int) -> Source | None:
        """Return whom the noun phrase before "who" names."""
        within = self._document.sentences[sentence].words
        stop = word - 1 if word > within.start and self._phrases.lower(word - 1) == "," else word
        before = self._clauses.phrase_before(stop, within) if stop > within.start else None
        if before is None or self._phrases.lower(before.start) in self._grammar.relatives:
            return None
        return self._resolve(before)

    def _named(self, phrase: Phrase, word: int, sentence: int) -> Source:
        assert phrase.named is not None
        entity = phrase.named.entity
        if phrase.partners:
            both = [entity, *(partner.entity for partner in phrase.partners)]
            name = " and ".join(dict.fromkeys(one.name for one in both))
            return Source(word, sentence, name, None, False)
        if entity.is_person or len(entity.tokens) > len(phrase.named.words):
            return Source(word, sentence, entity.name, entity, entity.is_person)
        return Source(word, sentence, self._without_article(phrase.core), entity, False)

    def _without_article(self, core: range) -> str:
        if len(core) > 1 and self._phrases.lower(core.start) in self._grammar.determiners:
            core = range(core.start + 1, core.stop)
        return self._phrases.text(core)

    def _described(self, phrase: Phrase, word: int, sentence: int) -> Source | None:
        if not len(phrase.head):
            return None
        noun = self._phrases.lower(phrase.head[-1])
        definite = self._phrases.lower(phrase.core.start) == "the"
        if definite and (entity := self._role_bearer(phrase, noun, word)):
            return Source(word, sentence, entity.name, entity, entity.is_person)
        if definite and len(phrase.core) == 2 and noun in self._people.organisation_nouns:
            last = self._antecedents.last_source(word, sentence, _BODY_REACH)
            if last is not None and last.entity is not None and not last.is_person:
                return self._at(word, sentence, last)
        text = self._phrases.text(phrase.core)
        first = self._phrases.lower(phrase.core.start)
        if first in self._small_words or first in self._grammar.unnamed:
            text = text[:1].lower() + text[1:]
        return Source(word, sentence, text, None, noun in self._people.person_nouns)

    def _role_bearer(self, phrase: Phrase, noun: str, word: int) -> Entity | None:
        """Return the person or body whose titles and descriptions fit "the Norwegian minister"."""
        is_body = noun in self._people.organisation_nouns
        if not is_body and noun not in self._people.person_nouns:
            return None
        wanted = {self._phrases.lower(w) for w in phrase.core} - self._grammar.empty
        position = self._names.before(self._document.words[word].start)
        seen: dict[int, Entity] = {}
        for mention in reversed(self._names.mentions[max(0, position - 60) : position]):
            entity = mention.entity
            if wanted <= entity.roles and entity.is_person is not is_body:
                seen.setdefault(id(entity), entity)
        if len(seen) == 1 or (seen and len(wanted) > 1):
            return next(iter(seen.values()))
        return None
