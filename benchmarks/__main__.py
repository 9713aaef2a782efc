"""Runs every benchmark and prints its lines."""

from benchmarks import papers, start

for benchmark in (start, papers):
    for line in benchmark.report():
        print(line, flush=True)
