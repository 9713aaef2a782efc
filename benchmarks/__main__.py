"""Runs every benchmark and prints its lines."""

from benchmarks import desk, papers, people, signatures, start

for benchmark in (start, papers, signatures, people, desk):
    for line in benchmark.report():
        print(line, flush=True)
