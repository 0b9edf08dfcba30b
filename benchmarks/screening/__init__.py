"""What the benchmarks of screening share: queries, the metric, and the engines that are asked."""
