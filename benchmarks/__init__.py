"""Measurements that a newcomer can repeat: `python -m benchmarks` lists them."""
