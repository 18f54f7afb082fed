"""Figures of several rounds, as tables."""

from __future__ import annotations

import json
import statistics

from tasuki_scripts import tables


def _values(contestant: dict | None, measure: str) -> dict[int, float]:
    """A contestant's figure in each round in which it has one."""
    if contestant is None:
        return {}
    return {round["round"]: float(round[measure]) for round in contestant["rounds"] if measure in round}


def _ratio(measure: str, one: dict, other: dict | None) -> float | None:
    """The median of the ratios within each round, since what drifts between rounds hits both alike."""
    if other is one:
        return None
    mine, theirs = _values(one, measure), _values(other, measure)
    ratios = [mine[number] / theirs[number] for number in mine if theirs.get(number)]
    return statistics.median(ratios) if ratios else None


def _best(job: dict, role: str) -> dict | None:
    """The best contestant of a role, by its median."""
    medians = [
        (statistics.median(values.values()), contestant) for contestant in job["contestants"]
        if contestant["role"] == role and (values := _values(contestant, job["measure"]))]
    choose = max if job["higher_is_better"] else min
    return choose(medians, key=lambda pair: pair[0])[1] if medians else None


def summarize(job: dict) -> list[dict]:
    """One row for each contestant, those that are missing or failed included."""
    measure, floor, peer = job["measure"], _best(job, "floor"), _best(job, "peer")
    rows = []
    for contestant in job["contestants"]:
        values = list(_values(contestant, measure).values())
        row = {"contestant": contestant["name"], "rounds": len(values), "best_peer": contestant is peer}
        if values:
            row |= {"median": statistics.median(values), "min": min(values), "max": max(values),
                    "of_floor": _ratio(measure, contestant, floor), "of_best_peer": _ratio(measure, contestant, peer)}
            for part in ("p50_ms", "p99_ms"):
                samples = [round[part] for round in contestant["rounds"] if part in round]
                row[part] = statistics.median(samples) if samples else None
        row["problems"] = sorted({round["problem"] for round in contestant["rounds"] if "problem" in round})
        rows.append(row)
    return rows


def figure(value: float | None) -> str:
    if value is None:
        return "–"
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def _times(value: float | None) -> str:
    return "–" if value is None else f"{figure(value)}×"


def table(job: dict) -> str:
    """A job as a Markdown table, which reads well in a terminal too."""
    better = "more is better" if job["higher_is_better"] else "less is better"
    head = ["contestant", job["unit"], "min … max", "p50 ms", "p99 ms", "× floor", "× best peer"]
    body = []
    for row in summarize(job):
        name = row["contestant"] + (" (best peer)" if row["best_peer"] else "")
        if row["rounds"]:
            body.append([name, figure(row["median"]), f"{figure(row['min'])} … {figure(row['max'])}",
                         figure(row["p50_ms"]), figure(row["p99_ms"]), _times(row["of_floor"]),
                         _times(row["of_best_peer"])])
        for problem in row["problems"]:
            body.append([name, f"**{problem}**".replace("|", "\\|"), "", "", "", "", ""])
    # Problems are whole sentences, which would make their column too wide for figures.
    lines = [f"| {' | '.join(cells)} |" for cells in tables.aligned([head, *body], [head, *(r for r in body if r[2])])]
    first, *others = (len(cell) for cell in lines[0].split("|")[1:-1])
    rule = f"|{'-' * first}|{'|'.join('-' * (width - 1) + ':' for width in others)}|"
    return "\n".join([
        f"### {job['job']} on {job['place']}", "", f"{job['title']}; {job['unit']}, {better}.", "",
        lines[0], rule, *lines[1:], ""])


def preamble(report: dict) -> str:
    machine = report["machine"]
    versions = "; ".join(f"{name}: {version}" for name, version in machine["versions"].items() if version)
    lines = [
        f"{machine['date']}, commit {machine['commit']}.", "",
        f"* {machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB, kernel {machine['kernel']}; "
        f"load {machine['load_before']} before, {report['load_after']} after.",
        f"* {versions}.",
    ]
    if machine["load_before"] > 0.5:
        lines.append("* **The machine was not idle when this began: read the ratios, not the figures.**")
    for place in report["places"]:
        probes = place["sync_ms"]
        sync = f", append and sync of 4 KiB {figure(statistics.median(probes))} ms ({figure(min(probes))} … " \
               f"{figure(max(probes))} over the rounds)" if probes else ""
        lines.append(f"* {place['name']}: {place['file_system']}{sync}.")
    return "\n".join([
        *lines,
        f"* Durability: {report['durability']}.",
        f"* {report['rounds']} rounds, the contestants of a job in turn; medians, and the least and the most. "
        "Ratios are medians of those within a round.", ""])


def document(report: dict, title: str) -> str:
    """Everything that was measured, as one page."""
    tables = "\n".join(table(job) for job in report["jobs"])
    return f"# Measured: {title}\n\n{preamble(report)}\n{tables}"


def kept(report: dict) -> str:
    """The report as JSON: the figures that the tables are made of, a line for each contestant of a job."""
    lines = [f" {json.dumps(key)}: {_json(value)}," for key, value in report.items() if key != "jobs"]
    jobs = []
    for job in report["jobs"]:
        head = _json({key: value for key, value in job.items() if key != "contestants"})
        contestants = ",\n".join(f"   {_json(_kept(contestant, job['measure']))}" for contestant in job["contestants"])
        jobs.append(f'  {head[:-1]}, "contestants": [\n{contestants}]}}')
    return "\n".join(["{", *lines, ' "jobs": [', ",\n".join(jobs), " ]", "}", ""])


def _kept(contestant: dict, measure: str) -> dict:
    wanted = ("round", measure, "p50_ms", "p99_ms", "problem", "warnings")
    rounds = [{key: round[key] for key in wanted if key in round} for round in contestant["rounds"]]
    # With its version, which is the same in every round.
    notes = [part["note"] for part in (contestant, *contestant["rounds"]) if "note" in part][:1]
    return {"name": contestant["name"], "role": contestant["role"], **({"note": notes[0]} if notes else {}),
            "rounds": rounds}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
