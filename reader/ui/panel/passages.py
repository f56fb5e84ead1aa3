"""What the card at a corrective passage or a claim says, and where it leads."""

from functools import partial

from reader.ui.categories import correction_wording, score_words, status_wording
from reader.ui.panel.paragraphs import Paragraphs
from reader.ui.panel.passage_card import Action, CardText
from reader.ui.panel.wording import claim_status, one_line, paragraph_mark, tr
from reader.ui.state import ArticleState, Item


def passage_text(state: ArticleState, item: Item) -> CardText:
    """Return the kind of a correction or a claim, where it stands, its words, and the reason."""
    span = state.span_of(item)
    where = paragraph_mark(Paragraphs(state.text).number_at(span.start))
    passage = one_line(span.of(state.text))
    if item.kind == "correction":
        found = state.corrections[item.index]
        kind = correction_wording(found.type).singular
        return CardText(f"{kind} · {score_words(found.score)}", where, passage, found.explanation)
    claim = state.claims[item.index]
    scores = [state.corrections[one].score for one in claim.corrections]
    head = claim_status(claim.status, scores)
    return CardText(head, where, f"“{passage}”", _claim_note(state, item))


def _claim_note(state: ArticleState, item: Item) -> str:
    claim = state.claims[item.index]
    said = status_wording(claim.status).definition
    if claim.claimant:
        by = tr("Claimed by {name}.").format(name=claim.claimant)
        return f"{by} {said}"
    return said


def passage_actions(state: ArticleState, item: Item) -> list[Action]:
    """Return the way to the other end of a correction and its claim."""
    if item.kind == "correction":
        claims = [one for one, claim in enumerate(state.claims) if item.index in claim.corrections]
        ends, name = [Item("claim", one) for one in claims], tr("Show the claim")
    else:
        answers = state.claims[item.index].corrections
        ends, name = [Item("correction", one) for one in answers], tr("Show what answers it")
    return [(name, partial(state.select, ends[0]))] if ends else []
