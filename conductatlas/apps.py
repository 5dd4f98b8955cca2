"""The conductatlas app."""

from django.apps import AppConfig


class ConductatlasConfig(AppConfig):
    name = "conductatlas"
