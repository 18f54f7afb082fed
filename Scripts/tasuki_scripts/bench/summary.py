"""Figures of several rounds, as tables."""

from __future__ import annotations

import statistics


def _values(job: dict, name: str) -> dict[int, float]:
    """A contestant's figure in each round in which it has one."""
    found = {}
    for result in job["results"]:
        if result["contestant"] == name and job["measure"] in result:
            found[result["round"]] = float(result[job["measure"]])
    return found


def _ratio(job: dict, name: str, other: str | None) -> float | None:
    """The median of the ratios within each round, since what drifts between rounds hits both alike."""
    if other is None or other == name:
        return None
    mine, theirs = _values(job, name), _values(job, other)
    ratios = [mine[number] / theirs[number] for number in mine if theirs.get(number)]
    return statistics.median(ratios) if ratios else None


def _of(job: dict, role: str) -> str | None:
    """The best contestant of a role, by its median."""
    medians = {}
    for contestant in job["contestants"]:
        values = _values(job, contestant["name"]) if contestant["role"] == role else {}
        if values:
            medians[contestant["name"]] = statistics.median(values.values())
    choose = max if job["higher_is_better"] else min
    return choose(medians, key=medians.get) if medians else None


def summarize(job: dict) -> list[dict]:
    """One row for each contestant, those that are missing or failed included."""
    floor, peer = _of(job, "floor"), _of(job, "peer")
    rows = []
    for contestant in job["contestants"]:
        name = contestant["name"]
        values = list(_values(job, name).values())
        mine = [result for result in job["results"] if result["contestant"] == name]
        row = {"contestant": name, "role": contestant["role"], "rounds": len(values), "best_peer": name == peer}
        if values:
            row |= {"median": statistics.median(values), "min": min(values), "max": max(values),
                    "of_floor": _ratio(job, name, floor), "of_best_peer": _ratio(job, name, peer)}
            for part in ("p50_ms", "p99_ms"):
                samples = [result[part] for result in mine if part in result]
                row[part] = statistics.median(samples) if samples else None
        problems = {result["problem"] for result in mine if "problem" in result}
        row["problems"] = sorted(problems)
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
    widths = [max(len(line[i]) for line in [head, *([r for r in body if r[2]] or [head])]) for i in range(len(head))]

    def line(cells: list[str]) -> str:
        padded = [cells[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:]))]
        return f"| {' | '.join(padded)} |"

    rule = f"|{'-' * (widths[0] + 2)}|{'|'.join('-' * (width + 1) + ':' for width in widths[1:])}|"
    return "\n".join([
        f"### {job['job']} on {job['place']}", "", f"{job['title']}; {job['unit']}, {better}.", "",
        line(head), rule, *map(line, body), ""])


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
