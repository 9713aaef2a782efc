"""Runs every benchmark and prints its lines."""

from benchmarks import desk, papers, people, start, verifying

for benchmark in (start, papers, people, desk, verifying):
    for line in benchmark.report():
        print(line, flush=True)
