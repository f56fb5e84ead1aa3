"""Bytes to text: which encoding a file is in, and what to tell the reader about it."""

import codecs
import re
from dataclasses import dataclass

from reader.errors import SourceError

# what English typesetting adds to ASCII; the right one of two Latin encodings shows more of it
_TYPOGRAPHY = frozenset("“”‘’–—…•£€©®°½éèêëáàâäãåçñóôöòøíîïúûüß\u00a0")
_LATIN = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman"}

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")

# enough of a file to judge it by
_SAMPLE = 1 << 16
# text holds next to no control characters, a compressed or compiled file some 12 in 100
_MOST_CONTROLS = 0.02
# charset-normalizer named Windows-1252 for none of 57 English articles in it (measured 2026-11) but
# was right on Cyrillic; below this share of ASCII a text is not written in the Latin alphabet
_LATIN_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and a plain sentence on how it was decoded, empty where there is nothing to say."""

    text: str
    note: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """Return the text that `data` holds.

    Args:
        data: the bytes of a file.
        name: what to call the file in an error.

    Raises:
        SourceError: the bytes are not text in any encoding that can be recognised.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    decoded = _utf8(data) or _utf16(data)
    if decoded is None and not _is_binary(data):
        decoded = _damaged_utf8(data) or _latin(data) or _detected(data)
    if decoded is None:
        raise SourceError(f"{name} is not a text file.")
    return decoded


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, _damage(text.count("\ufffd")))


def _utf8(data: bytes) -> Decoded | None:
    if _is_binary(data):
        return None
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    # a stray NUL in a short text is no reason to refuse it
    return len(_CONTROL.findall(sample)) > max(2, _MOST_CONTROLS * len(sample))


def _utf16(data: bytes) -> Decoded | None:
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.4 * len(sample) and sample[1 - first :: 2].count(0) < 3:
            text = data.decode(encoding, "replace")
            return Decoded(text, "The file does not name its encoding; it was taken to be UTF-16.")
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Return UTF-8 with a few broken places, such as a file cut in the middle of a character."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if len(_MULTIBYTE.findall(text)) < 4 * damaged:
        return None
    return Decoded(text, _damage(damaged))


def _damage(places: int) -> str:
    if not places:
        return ""
    what = "1 character was" if places == 1 else f"{places} characters were"
    return f"{what} damaged in the file and replaced by a question mark in a diamond."


def _latin(data: bytes) -> Decoded | None:
    beyond_ascii = sum(map((0x80).__le__, data[:_SAMPLE]))
    if beyond_ascii > (1 - _LATIN_SHARE) * min(len(data), _SAMPLE):
        return None
    texts = {encoding: data.decode(encoding, "replace") for encoding in _LATIN}
    best = max(_LATIN, key=lambda encoding: _typography(texts[encoding]))
    return Decoded(texts[best], _assumed(_LATIN[best])) if _typography(texts[best]) > 0 else None


def _typography(text: str) -> int:
    beyond_ascii = [letter for letter in text[:_SAMPLE] if letter > "\x7f"]
    fitting = sum(letter in _TYPOGRAPHY for letter in beyond_ascii)
    return 2 * fitting - len(beyond_ascii)


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    return Decoded(data.decode(best.encoding, "replace"), _assumed(best.encoding))


def _assumed(encoding: str) -> str:
    return f"The file is not in UTF-8; its encoding was taken to be {encoding}."
