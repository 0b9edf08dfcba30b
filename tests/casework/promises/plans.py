"""The head of a small plan, which tests complete with what they are about."""

from __future__ import annotations

HEAD = """\
id = "plan-1"
title = "A plan"
kind = "plan"
authority = "ourselves"
citation = "none"
source = "our board"
day = 2026-01-05

[[party]]
names = ["Atlas Foundry", "Atlas"]
"""
