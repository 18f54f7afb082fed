"""django-viewflow: its state machine over a model, saved with an audit row when a transition succeeds."""

import importlib.metadata
import time

import bench_django
from bench_common import EVENTS, N, STATES, drive, report

bench_django.set_up(
    "viewflow", ["django.contrib.contenttypes", "django.contrib.auth", "viewflow"], urls="bench_viewflow")
urlpatterns = []

import django  # noqa: E402
from django.db import models, transaction  # noqa: E402
from viewflow.fsm import State  # noqa: E402


class Submission(models.Model):
    ref = models.CharField(max_length=40)
    state = models.CharField(max_length=40, default=STATES[0])

    class Meta:
        app_label = "bench"


Audit = bench_django.audit_model()
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
bench_django.make_tables(Submission, Audit)
submissions = [Submission.objects.create(ref=f"s{i}") for i in range(N)]


def walk(i, done):
    bench_django.demand_durability()
    flow = Flow(submissions[i])
    for name in EVENTS:
        with transaction.atomic():
            getattr(flow, name)()
        done()


seconds, samples = drive(walk)
bench_django.check(Submission, Audit)
version = importlib.metadata.version("django-viewflow")
report("django-viewflow", seconds, samples, f"v{version} (fsm) on Django {django.__version__}")
