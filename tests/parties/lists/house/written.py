"""A listing and an order in Navicert's own form."""

from __future__ import annotations

LISTING = """
[[listing]]
list = "EL"
names = ["Works One", {text = "W1", kind = "weak"}]
countries = ["NO"]
since = 2016-03-08
until = 2017-03-28
citations = ["81 FR 12004"]
license_policy = "Presumption of denial"

[[listing.relief]]
since = 2016-03-24
until = 2017-03-29
citation = "81 FR 15633"
"""
ORDER = """
[[denial_order]]
reference = "Order of 15 April 2018"
persons = [["Works One", "W One"], ["Works Two"]]
related_persons = [["Works Three"]]

[[denial_order.event]]
day = 2017-03-23
kind = "suspended"
citation = "82 FR 1"

[[denial_order.event]]
day = 2018-04-15
kind = "activated"
citation = "83 FR 17644"
end = 2025-03-13

[[denial_order.event]]
day = 2018-07-02
kind = "carved_out"
citation = "Authorization of 2 July 2018"

[denial_order.event.authorization]
since = 2018-07-02
until = 2018-08-01
citation = "15 CFR 764.3(a)(2)"
activities = ["repair", "export"]
purposes = ["existing_networks"]
excluded_groups = ["E:1"]
"""
