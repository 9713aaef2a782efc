"""Runs every benchmark and prints its lines."""

from benchmarks import minutes, start

for benchmark in (start, minutes):
    for line in benchmark.report():
        print(line, flush=True)
