/** The job's own code in one thread, stage by stage, without Kafka and Flink. */
package vaiwg.bench.stages;
