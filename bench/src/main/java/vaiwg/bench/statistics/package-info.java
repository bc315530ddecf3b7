/** Studies of alarms, control charts and estimates on simulated forces, and the page {@code docs/statistics.md}. */
package vaiwg.bench.statistics;
