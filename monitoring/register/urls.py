"""Addresses of a compliance team, under /app/."""

from django.urls import path

from monitoring.register import action_views, document_views, report_views, review_views, vendor_views

urlpatterns = [
    path("documents/add/", document_views.add_document, name="add_document"),
    path("documents/add/<int:pk>/", document_views.document_search, name="document_search"),
    path("register/", vendor_views.register, name="vendors"),
    path("register/import/", vendor_views.import_register, name="vendors_import"),
    path("register.csv", vendor_views.export_register, name="vendors_export"),
    path("register/<name:platform>/", vendor_views.vendor, name="vendor"),
    path("reviews/", review_views.reviews, name="reviews"),
    path("actions/", action_views.due_actions, name="due_actions"),
    path("actions/<int:pk>/<slug:action>/", action_views.decide, name="due_action"),
    path("report/", report_views.audit_report, name="audit_report"),
    path("report/<str:name>", report_views.audit_report_file, name="audit_report_file"),
    path("reviews/step/", review_views.review, name="review"),
]
