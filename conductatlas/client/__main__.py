"""`python -m conductatlas.client`, for those who did not install the command."""

import sys

from conductatlas.client.command import main

sys.exit(main())
