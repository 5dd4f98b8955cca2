"""What the API answers of the law: the regulations for anybody, and what they say to a provision for a team's key."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from billing.entitlements import Feature
from billing.models import Membership
from conductatlas.api.describing import one
from conductatlas.api.endpoints import DAY, own, public
from conductatlas.api.law_json import compliance_json, matrix_json, regulation_json, regulation_whole_json
from conductatlas.api.parameters import Parameters
from conductatlas.api.team_views import demand, provision_for
from conductatlas.pages.compliance import matrix_of
from monitoring.added_documents import visible_documents, visible_platforms
from monitoring.register.actions import decisions_on
from provisions.regulating import engaged, mapping_of
from provisions.regulations.knowledge import regulations as laws

_LAW = "Regulations"


@public("Every regulation that we read provisions with.", gives=one("Regulations"), max_age=DAY, tag=_LAW)
def regulations(request: Request, asked: Parameters) -> Response:
    """By name; `engaged_by` is how many standing provisions have words that engage it."""
    counted = engaged()
    return Response({"results": [regulation_json(law, counted) for law in laws().values()]})


@public("A regulation, article by article.", gives=one("RegulationWhole"), max_age=DAY, tag=_LAW)
def regulation(request: Request, asked: Parameters, regulation: str) -> Response:
    """What each article asks, in our words. `provisions/?regulation=` lists the provisions that engage it."""
    law = laws().get(regulation)
    if law is None:
        raise Http404
    return Response(regulation_whole_json(law, engaged()))


@own("The full compliance analysis of a provision.", tag=_LAW, get=one("Compliance"))
def compliance(
    request: Request, by: Membership, asked: Parameters, platform: str, document: str, provision: str
) -> Response:
    """Citations with their reasons, enforcement risk, and what is due, as it stands with your organization."""
    demand(by, Feature.COMPLIANCE_ANALYSIS)
    found = provision_for(by, platform, document, provision)
    return Response(compliance_json(found, mapping_of(found), decisions_on(by.organization, [found])))


@own("The regulatory mapping of a platform: its documents by regulations.", tag=_LAW, get=one("Matrix"))
def matrix(request: Request, by: Membership, asked: Parameters, platform: str) -> Response:
    """How many provisions of each document engage each regulation: never whether they meet it. What is 0 is left out."""
    demand(by, Feature.REGULATORY_MAPPING)
    found = get_object_or_404(visible_platforms(by.organization), slug=platform)
    return Response(matrix_json(found, matrix_of(found, visible_documents(by.organization))))
