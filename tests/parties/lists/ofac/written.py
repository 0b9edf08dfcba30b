"""Files of OFAC's form as tests write them."""

from __future__ import annotations

import io
import zipfile

PRIMARY = (
    '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '15051,"HENNA","vessel","IRAN] [IFSR",-0- ,"T2EQ4","Crude Oil Tanker","299,242","160,930",'
    '"Panama",-0- ,"Former Vessel Flag Malta; Vessel Registration Identification IMO 9212929; '
    'MMSI 572465210; Linked To: NATIONAL IRANIAN TANKER COMPANY."\r\n'
)
ALIASES = '36,12,"aka","AERO-CARIBBEAN",-0- \r\n15051,13,"fka","HASNA",-0- \r\n'
ADDRESSES = '36,25,-0- ,"Havana","Cuba",-0- \r\n15051,26,-0- ,-0- ,-0- ,-0- \r\n'
END = "\x1a"


def files(
    primary: str = PRIMARY, aliases: str = ALIASES, addresses: str = ADDRESSES, comments: str = ""
) -> dict[str, bytes]:
    """The four files of the SDN List."""
    texts = (primary, aliases, addresses, comments)
    names = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
    return {name: f"{text}{END}".encode() for name, text in zip(names, texts, strict=True)}


def packed(contents: dict[str, bytes]) -> bytes:
    """Pack files into a ZIP archive."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return whole.getvalue()


def primary(
    number: str = "36",
    name: str = "X",
    kind: str = "-0- ",
    program: str = "CUBA",
    remarks: str = "",
) -> str:
    """A row of the primary file."""
    kind = kind if kind.startswith("-") else f'"{kind}"'
    nulls = ",".join(["-0- "] * 7)
    return f'{number},"{name}",{kind},"{program}",{nulls},"{remarks}"\r\n'


def address(number: str = "36") -> str:
    """The row of an entry that has no address."""
    return f"{number},1,-0- ,-0- ,-0- ,-0- \r\n"


def one(remarks: str = "", **row: str) -> bytes:
    """A bundle of a single entry."""
    text = primary(remarks=remarks, **row)
    return packed(files(text, "", address(row.get("number", "36"))))


def consolidated(program: str = "NS-PLC", text: str = "") -> bytes:
    """The four files of the Consolidated Sanctions List with a single entry."""
    names = ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv")
    contents = (primary(program=program, remarks=text), "", address(), "")
    return packed({n: text.encode() for n, text in zip(names, contents, strict=True)})
