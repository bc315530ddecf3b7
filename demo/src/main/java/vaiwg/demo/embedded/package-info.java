/** Servers that a demonstration starts, listening on this machine alone: Kafka, PostgreSQL, Prometheus. */
package vaiwg.demo.embedded;
