"""How well the library does on text that people have annotated: the measures of TempEval-3."""
