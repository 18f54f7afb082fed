"""django-viewflow: its state machine over a model, saved with an audit row when a transition succeeds."""

import importlib.metadata
import time

import django
from django.conf import settings

from bench_common import EVENTS, N, STATES, drive, fresh, report

# Each thread has a connection of its own, as Django gives it; writers wait for each other up to a minute.
settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "viewflow"], USE_TZ=True, DEBUG=False,
    SECRET_KEY="bench", ROOT_URLCONF="bench_viewflow", DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": fresh("viewflow"), "OPTIONS": {
        "transaction_mode": "IMMEDIATE", "timeout": 60,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"}}})
django.setup()
urlpatterns = []

from django.db import connection, models, transaction  # noqa: E402
from viewflow.fsm import State  # noqa: E402


class Submission(models.Model):
    ref = models.CharField(max_length=40)
    state = models.CharField(max_length=40, default=STATES[0])

    class Meta:
        app_label = "bench"


class Audit(models.Model):
    sub = models.CharField(max_length=40)
    event = models.CharField(max_length=40)
    src = models.CharField(max_length=40)
    dst = models.CharField(max_length=40)
    actor = models.CharField(max_length=40)
    at = models.FloatField()

    class Meta:
        app_label = "bench"


state = State(STATES, default=STATES[0])


def event(name, source, target):
    def move(self):
        pass

    move.__name__ = name
    return state.transition(source=source, target=target)(move)


def succeeded(self, descriptor, source, target, **options):
    self.obj.save()
    name = getattr(descriptor, "name", None) or str(descriptor)
    Audit.objects.create(sub=self.obj.ref, event=name, src=source, dst=target, actor="ra", at=time.time())


Flow = type("Flow", (object,), {
    "state": state,
    "__init__": lambda self, obj: setattr(self, "obj", obj),
    "read": state.getter()(lambda self: self.obj.state),
    "write": state.setter()(lambda self, value: setattr(self.obj, "state", value)),
    "succeeded": state.on_success()(succeeded),
    **{name: event(name, STATES[i], STATES[i + 1]) for i, name in enumerate(EVENTS)},
})
with connection.schema_editor() as editor:
    editor.create_model(Submission)
    editor.create_model(Audit)
submissions = [Submission.objects.create(ref=f"s{i}") for i in range(N)]


def demand_durability():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone()[0] == 2
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"


def walk(i, done):
    demand_durability()
    flow = Flow(submissions[i])
    for name in EVENTS:
        with transaction.atomic():
            getattr(flow, name)()
        done()


seconds, samples = drive(walk)
assert Audit.objects.count() == N * len(EVENTS), Audit.objects.count()
assert Submission.objects.filter(state=STATES[-1]).count() == N
version = importlib.metadata.version("django-viewflow")
report("django-viewflow", seconds, samples, f"v{version} (fsm) on Django {django.__version__}")
