"""Runs every benchmark and prints its lines."""

from benchmarks import desk, papers, people, start

for benchmark in (start, papers, people, desk):
    for line in benchmark.report():
        print(line, flush=True)
