"""Papers as PDF: templates of typst, with the fonts that it brings."""
