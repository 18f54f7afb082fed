"""django-fsm-2: a protected state field with optimistic locking, and an audit row in the same transaction."""

import importlib.metadata
import time

import bench_django
from bench_common import EVENTS, N, STATES, drive, report

bench_django.set_up("django_fsm2", ["django_fsm"])

import django  # noqa: E402
from django.db import models, transaction  # noqa: E402
from django_fsm import ConcurrentTransitionMixin, FSMField, transition  # noqa: E402


def event(field, name, source, target):
    def move(self):
        pass

    move.__name__ = name
    return transition(field=field, source=source, target=target)(move)


state = FSMField(default=STATES[0], protected=True)
Submission = type("Submission", (ConcurrentTransitionMixin, models.Model), {
    "__module__": __name__, "Meta": type("Meta", (), {"app_label": "bench"}),
    "ref": models.CharField(max_length=40), "state": state,
    **{name: event(state, name, STATES[i], STATES[i + 1]) for i, name in enumerate(EVENTS)},
})
Audit = bench_django.audit_model()
bench_django.make_tables(Submission, Audit)
submissions = [Submission.objects.create(ref=f"s{i}") for i in range(N)]


def walk(i, done):
    bench_django.demand_durability()
    submission = submissions[i]
    for name in EVENTS:
        with transaction.atomic():
            source = submission.state
            getattr(submission, name)()
            submission.save()
            Audit.objects.create(
                sub=submission.ref, event=name, src=source, dst=submission.state, actor="ra", at=time.time())
        done()


seconds, samples = drive(walk)
bench_django.check(Submission, Audit)
version = importlib.metadata.version("django-fsm-2")
report("django-fsm-2", seconds, samples, f"v{version} on Django {django.__version__}, ConcurrentTransitionMixin")
