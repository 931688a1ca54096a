"""The mail server of the tests of letters, here too."""

from tests.post.conftest import mail_server  # noqa: F401 -- a fixture
