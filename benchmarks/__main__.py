"""Runs every benchmark and prints its lines."""

from benchmarks import papers, people, start

for benchmark in (start, papers, people):
    for line in benchmark.report():
        print(line, flush=True)
