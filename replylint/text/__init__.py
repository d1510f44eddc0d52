"""Functions on text that give spans: words, sentences, phrases, names, dates, languages."""
