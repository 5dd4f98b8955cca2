"""The bundled demo: invented platforms, the policies they publish, and the site that serves them.

Every platform, company and person in `platforms/` is made up, and so is every sentence of their policies.
A folder there is one platform: `platform.toml` names it and its documents; each document has a folder of its
own with the first version in full (`2024-03-01.md`) and one short list of edits for each later version
(`2025-01-15.edits.toml`), or `recent.edits.toml` for a version that came a few days before today.
`policies.py` reads them, `edits.py` applies the edits, `layouts.py` and `faults.py` dress them as web pages,
`origin.py` answers requests for them.
"""
