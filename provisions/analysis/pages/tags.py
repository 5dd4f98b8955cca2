"""The elements of HTML by what they mean for the text on a page."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# Never text.
# fmt: off
SILENT = frozenset(
    (
        "!doctype", "-comment", "applet", "audio", "base", "canvas", "datalist", "embed", "frame",
        "frameset", "iframe", "img", "map", "math", "meter", "object", "option", "progress", "rp",
        "select", "source", "style", "svg", "textarea", "track", "video"
    )
)
# fmt: on
# Each read in its own way.
# fmt: off
SPECIAL = frozenset(
    (
        "a", "br", "button", "input", "link", "meta", "noscript", "script", "template", "title",
        "wbr"
    )
)
# fmt: on
# Begin a block of text.
# fmt: off
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"
    )
)
# fmt: on
# Their items are a level deeper.
# fmt: off
LISTS = frozenset(
    (
        "dir", "menu", "ol", "ul"
    )
)
# fmt: on
# Within a heading, the sign of an end tag forgotten.
# fmt: off
ENDS_HEADING = frozenset(
    (
        "article", "blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "section",
        "table", "ul"
    )
)
# fmt: on
