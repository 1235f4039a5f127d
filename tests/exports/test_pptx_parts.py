"""One room touches the insides of python-pptx, and no other."""

import re
from pathlib import Path

import netzero.exports

EXPORTS = Path(netzero.exports.__file__).parent
INSIDES = re.compile(r"\._(?!replace\b)[a-z]|\.part\b|\bparse_xml\b|\blxml\b|\bxpath\b|pptx\.oxml")


def test_no_other_module_touches_what_python_pptx_keeps_to_itself():
    touching = {
        path.name: found
        for path in sorted(EXPORTS.glob("*.py"))
        if (found := INSIDES.findall(path.read_text(encoding="utf-8")))
    }
    assert list(touching) == ["pptx_parts.py"]
