#!/usr/bin/env python3
"""Prints Sources/TerminalUI/Text/WidthTables.swift from Python's Unicode data."""
import textwrap
import unicodedata

# Format characters that are drawn: the soft hyphen and signs that span the digits after them.
DRAWN_FORMAT = {0xAD, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x600, 0x606)}
# Medial and final jamo join the syllable before them; separators are not drawn.
JOINING = {*range(0x1160, 0x1200), *range(0xD7B0, 0xD800), 0x2028, 0x2029}
# Signs that libc and later versions of Unicode make wide: circled numbers on squares, hexagrams.
ALSO_WIDE = {*range(0x3248, 0x3250), *range(0x4DC0, 0x4E00)}


def width(code):
    """Cells of a code point; None where nothing is assigned, so that ranges may run across."""
    char = chr(code)
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Cn"):
        return None
    if category in ("Mn", "Me") or code in JOINING:
        return 0
    if category == "Cf" and code not in DRAWN_FORMAT:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" or code in ALSO_WIDE else 1


def is_ambiguous(code):
    char = chr(code)
    return (
        width(code) == 1
        and unicodedata.category(char) != "Co"
        and unicodedata.east_asian_width(char) == "A"
    )


def ranges(holds):
    found, open_ = [], False
    for code in range(0x110000):
        if width(code) is None:
            continue
        if holds(code):
            if open_:
                found[-1][1] = code
            else:
                found.append([code, code])
        open_ = holds(code)
    return found


def table(name, comment, holds):
    words = " ".join(f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in ranges(holds))
    lines = textwrap.wrap(words, 94, break_on_hyphens=False)
    body = "\n".join("    " + line for line in lines)
    return f'  /// {comment}\n  static let {name} = CodePoints(\n    """\n{body}\n    """\n  )\n'


version = unicodedata.unidata_version
print(f"// Printed by Tests/TerminalUITests/WidthTables.py from Unicode {version}.\n")
print("extension CodePoints {")
print(table("zeroWidth", "Marks and invisible format characters.", lambda c: width(c) == 0))
print(table("wide", "East Asian Width W or F.", lambda c: width(c) == 2))
print(
    table("ambiguous", "One cell here, two in terminals set up for old fonts.", is_ambiguous),
    end="",
)
print("}")
