"""What a WSGI server such as gunicorn serves, with every page loaded before the first is asked for."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")

application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)
