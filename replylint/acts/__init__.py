"""What people do with words: apologise, thank, complain, refuse, promise. One module an act; each
gives spans.

Negation, conditionals and quotations are handled here, so that the rules of tone read as short
sentences.
"""
