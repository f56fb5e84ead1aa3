"""The line below the headline that says where the article is from and how long it is."""

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from reader.model.article import Article
from reader.ui.reading.typesetting import Typesetting

# words a minute that people read on a screen
_READING_PACE = 230
# a byline this near the beginning is part of the text
_HEAD = 600


def note_on(article: Article) -> str:
    """Return the note, empty where the text itself says it or nobody is named."""
    if not article.byline or article.byline in article.text[:_HEAD]:
        return ""
    # a file's path is the source of a draft, and nothing to read
    published = urlsplit(article.source).netloc if "/" in article.source else article.source
    said = [one for one in (article.byline, published, article.date) if one]
    minutes = max(1, round(len(article.text.split()) / _READING_PACE))
    length = QCoreApplication.translate("ReadingView", "{n} min read").replace("{n}", str(minutes))
    return " · ".join([*said, length])


def note_height(setting: Typesetting) -> float:
    """Return the room that the note takes."""
    return setting.small_pitch + setting.gap * 0.6
