"""XML held against the paths of its form."""

from __future__ import annotations

import pytest
from lxml import etree

from navicert.errors import ListRowRefused
from navicert.parties.lists import xml_paths

KNOWN = xml_paths.paths({"": "id", "names": "", "names/name": "lang"})


def test_a_record_of_the_form_passes_whatever_its_namespace() -> None:
    text = '<p xmlns="urn:x" id="1"><names><name lang="en"> A  B </name><name/></names></p>'
    record = etree.fromstring(text)
    xml_paths.check("a.xml", record, KNOWN)
    assert ("A B",) == xml_paths.texts(record, "names/name")
    assert ["names", "names/name", "names/name"] == [path for path, _ in xml_paths.below(record)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p ghost='1'/>", "a.xml:1: @ghost: "),
        ("<p><ghost/></p>", "a.xml:1: ghost: "),
        ("<p><names>\n<ghost/></names></p>", "a.xml:2: names/ghost: "),
        ("<p><names><name id='1'/></names></p>", "a.xml:1: names/name@id: "),
        ("<p><names/>stray</p>", "a.xml:1: text after names: "),
    ],
)
def test_what_the_form_does_not_have_is_refused_by_its_path(text: str, said: str) -> None:
    with pytest.raises(ListRowRefused) as refused:
        xml_paths.check("a.xml", etree.fromstring(text), KNOWN)
    assert str(refused.value).startswith(said)
