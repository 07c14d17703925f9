"""Timelines and trees into files: writers, which `registry` names. TimeML has its reader here too."""
