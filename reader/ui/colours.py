"""Colours as `#rrggbb` and the contrast between them; no Qt."""

import re

_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(value: object) -> bool:
    """Say whether `value` is a colour as the theme files write it."""
    return isinstance(value, str) and _HEX.fullmatch(value.lower()) is not None


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(above: str, below: str, strength: float) -> str:
    """Return what is seen where `above` covers `below` at `strength`, 0 to 1."""
    mixed = (
        round(strength * high + (1 - strength) * low)
        for high, low in zip(channels(above), channels(below), strict=True)
    )
    return "#" + "".join(f"{value:02x}" for value in mixed)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # the constants are those of sRGB, as WCAG 2.2 gives them
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
