r"""Words that readers have tripped over, or well might: what stands in for a field of a file."""

from __future__ import annotations

from random import Random

WORDS: tuple[bytes, ...] = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        *("", " ", "\t", "\n", "\r", "\r\n", "\0", "\x1a", "\x1b[2J", "\x1c", "\x85", "\u2028"),
        *(
            "NA",
            "NO",
            "null",
            "None",
            "nan",
            "inf",
            "-0-",
            "-0- ",
            "true",
            "0",
            "-1",
            "+1",
            "1_000",
        ),
        *(
            "1e999",
            "1e999999999",
            "99999999999",
            "-1e-999999999",
            "0x10",
            "1.5",
            "1,5",
            "9" * 5_000,
            "0" * 400 + "1",
        ),
        *("0000-00-00", "9999-12-31", "10000-01-01", "2023-02-29", "29/02/2023", "31-Feb-2020"),
        *("1965", "circa 1966", "0000", "2016-03-08T00:00:00Z", "2016-03-08+14:00", "1-1-1"),
        *("\u0661\u0669\u0666\u0665", "\uff11\uff19\uff16\uff15-\uff10\uff13", "\u00b2", "\u2167"),
        *("\u202eevil\u202c", "\u200f", "\u200b", "\ufeff", "\ufffe", "\ufffd", "\u00ad", "\u0130"),
        *("\u1e9e", "\ufb01", "a" + "\u0301" * 2_000, "\U0001f468\u200d\U0001f469", "\u0e33" * 50),
        *("\ud800", "\udfff", "\\u0000", "\\ud800", "\\", "\\x", '"', "'", '""', '"""', "'''"),
        *("&amp;", "&lol;", "&#0;", "&#xD800;", "&#x10FFFF;", "<!-- -->", "<!--", "<![CDATA[x]]>"),
        *("<![CDATA[", "]]>", "<?x?>", "<a:b:c/>", '<!DOCTYPE a [<!ENTITY b "c">]>', "<", ">"),
        *('<x xmlns="urn:x"/>', '<?xml version="1.0" encoding="UTF-16"?>', "</", "/>", "<x>" * 50),
        *("[" * 3_000, "{" * 500, '{"a":' * 3_000, "[[a]]\n" * 3, "a." * 200 + "a", "[]", "{}"),
        *(
            "{'a': 1}",
            ",",
            ";",
            "|",
            ":",
            "=",
            "#",
            "=1+1",
            "%s",
            "{0}",
            "../../x",
            "C:\\x",
            "x" * 300,
        ),
        *("x" * 140_000, "x;" * 3_000, "x " * 3_000, ",\n" * 500, "\u4e2d" * 50_000),
    )
)
"""As bytes of UTF-8; those of half a surrogate pair are none."""

VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**400, float("inf"), "", " ", "NA", "\0", "\ud800", "x"),
    *([], {}, [None], [[]], [{}], {"": ""}, {"x": None}, {"value": 1}, ["x", 1], "x" * 140_000),
)
"""What stands in for a value of a JSON file."""

PLANES = 17


def word(chance: Random) -> bytes:
    """Draw a word: one of those above, or some characters of any plane of Unicode."""
    if chance.random() < 2 / 3:
        return chance.choice(WORDS)
    plane = chance.randrange(PLANES) * 0x10000
    points = (plane + chance.randrange(0x10000) for _ in range(chance.randint(1, 8)))
    return "".join(map(chr, points)).encode("utf-8", "surrogatepass")
