"""The comparison ``navicert-1``: names read word by word, aligned, and scored by a small model.

Frozen with its version and its data, so that a past score can be reproduced; a better one is a
new room beside this one. A name's score depends on the two names alone, never on what else is on
the list: the weights of words ship with the version.
"""
