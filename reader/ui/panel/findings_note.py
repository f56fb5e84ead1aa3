"""What stands in place of the findings where none are listed."""

from reader.ui.panel.wording import tr
from reader.ui.state import ArticleState


def empty_text(state: ArticleState, is_waiting: bool) -> tuple[str, str]:
    """Return why no finding is listed, and the text of a button that shows all, or nothing."""
    hidden = state.counts().total
    if hidden:
        return tr("The filters hide all {count} findings.").format(count=hidden), tr("Show all")
    return _nothing_found(state, is_waiting), ""


def _nothing_found(state: ArticleState, is_waiting: bool) -> str:
    if not state.text:
        return tr("Nothing is open.\nOpen, paste or drop an article to see its findings.")
    if state.engine is None:
        if is_waiting:
            return tr("Still reading the article…")
        return tr("The article was not read to its end.")
    if state.ignored or state.ignored_words or state.house_words:
        return tr("No loaded words are left to show.")
    if state.findings:
        return tr("Nothing is this sure. Move the slider to “more” to see what may be.")
    return tr("No loaded words were found in this article.")
