"""What the two peers on Django share: the settings, the audit model and the checks."""

import django
from django.conf import settings

from bench_common import EVENTS, N, fresh


def set_up(name, apps, urls=None):
    """Each thread has a connection of its own, as Django gives it; writers wait for each other up to a minute."""
    settings.configure(
        INSTALLED_APPS=apps, USE_TZ=True, DEBUG=False, SECRET_KEY="bench", ROOT_URLCONF=urls,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": fresh(name), "OPTIONS": {
            "transaction_mode": "IMMEDIATE", "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}}})
    django.setup()


def audit_model():
    from django.db import models

    class Audit(models.Model):
        sub = models.CharField(max_length=40)
        event = models.CharField(max_length=40)
        src = models.CharField(max_length=40)
        dst = models.CharField(max_length=40)
        actor = models.CharField(max_length=40)
        at = models.FloatField()

        class Meta:
            app_label = "bench"

    return Audit


def make_tables(*models):
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in models:
            editor.create_model(model)


def demand_durability():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone()[0] == 2
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"


def check(submissions, audits):
    assert audits.objects.count() == N * len(EVENTS), audits.objects.count()
    assert submissions.objects.filter(state="certified").count() == N
