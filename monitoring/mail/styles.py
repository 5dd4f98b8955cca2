"""The look of our mails: inline styles, because mail programs strip stylesheets.

Every colour stands with its own ground, so that a program which inverts one inverts the other; contrast is at
least 4.5:1. The dark pairs are in `emails/_head.html`, for the programs that read them.
"""

_SANS = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_SERIF = "font-family:Charter,Georgia,'Times New Roman',serif"
_INK, _SOFT, _ACCENT, _RULE = "#1d1b17", "#5a554a", "#0b5260", "#ddd7c9"

STYLES = {
    "body": "margin:0;padding:0;background-color:#faf8f3;-webkit-text-size-adjust:100%",
    "page": "width:100%;background-color:#faf8f3;border-collapse:collapse",
    "outer": "padding:16px 8px",
    "card": "width:100%;max-width:640px;background-color:#ffffff;border-collapse:collapse;table-layout:fixed",
    "cell": f"padding:20px 20px 4px;color:{_INK};background-color:#ffffff;{_SERIF};font-size:17px;line-height:1.55;"
    "word-wrap:break-word;overflow-wrap:break-word",
    "clause": f"padding:16px 20px;border-top:1px solid {_RULE};color:{_INK};background-color:#ffffff;{_SERIF};"
    "font-size:17px;line-height:1.6;word-wrap:break-word;overflow-wrap:break-word",
    "foot": f"padding:16px 20px 24px;border-top:1px solid {_RULE};color:{_SOFT};background-color:#ffffff;{_SANS};"
    "font-size:13px;line-height:1.5;word-wrap:break-word;overflow-wrap:break-word",
    "brand": f"margin:0 0 16px;{_SANS};font-size:14px;font-weight:600;color:{_ACCENT}",
    "h1": f"margin:0 0 10px;{_SERIF};font-size:24px;line-height:1.25;font-weight:600;color:{_INK}",
    "h2": f"margin:0 0 6px;{_SANS};font-size:15px;line-height:1.4;font-weight:600;color:{_INK}",
    "p": "margin:0 0 12px",
    "soft": f"margin:0 0 8px;{_SANS};font-size:13px;line-height:1.5;color:{_SOFT}",
    "list": "margin:0 0 14px;padding:0 0 0 20px",
    "item": "margin:0 0 6px",
    "link": f"color:{_ACCENT};text-decoration:underline",
    "button": f"display:inline-block;margin:4px 0 14px;padding:12px 20px;background-color:{_ACCENT};color:#ffffff;"
    f"{_SANS};font-size:15px;font-weight:600;text-decoration:none;border-radius:3px",
    "insert": "background-color:#d5f0dd;color:#124d2a;text-decoration:underline",
    "delete": "background-color:#fadbd6;color:#8d1b12;text-decoration:line-through",
    "critical": f"padding:2px 8px;background-color:#fae3de;color:#8d1b12;{_SANS};font-size:13px;font-weight:600",
    "high": f"padding:2px 8px;background-color:#fce9d9;color:#86380a;{_SANS};font-size:13px;font-weight:600",
    "medium": f"padding:2px 8px;background-color:#f7efcf;color:#664e00;{_SANS};font-size:13px;font-weight:600",
    "low": f"padding:2px 8px;background-color:#e7edef;color:#42545d;{_SANS};font-size:13px;font-weight:600",
}
