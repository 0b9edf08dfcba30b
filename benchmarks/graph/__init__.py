"""The parts of ``benchmarks/graphs.py``: each a module whose ``run()`` gives its figures."""
