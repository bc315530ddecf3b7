/** The Flink job: its graph, its options, and the main classes for a cluster. */
package vaiwg.jobs;
