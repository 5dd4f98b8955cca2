"""What pages say to search engines, made from what they say to readers."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe
from selectolax.lexbor import LexborHTMLParser

from conductatlas.templatetags.conductatlas import json_ld

register = template.Library()


class _Questions(template.Node):
    def __init__(self, inner: NodeList) -> None:
        self.inner = inner

    def render(self, context: template.Context) -> SafeString:
        shown = self.inner.render(context)
        return mark_safe(shown + _as_faq(shown))


@register.tag
def questions(parser: Parser, token: Token) -> template.Node:
    """`{% questions %}…{% endquestions %}`: each h3 is a question, what follows it the answer; told as FAQPage too."""
    inner = parser.parse(("endquestions",))
    parser.delete_first_token()
    return _Questions(inner)


def _as_faq(shown: str) -> SafeString:
    entries = []
    for heading in LexborHTMLParser(shown).css("h3"):
        words, told = [], heading.next
        while told is not None and told.tag != "h3":
            if told.is_element_node:
                words.append(" ".join(told.text().split()))
            told = told.next
        entries.append(
            {
                "@type": "Question",
                "name": " ".join(heading.text().split()),
                "acceptedAnswer": {"@type": "Answer", "text": " ".join(words)},
            }
        )
    return json_ld({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": entries})
