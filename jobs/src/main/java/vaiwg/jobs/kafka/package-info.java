/** The event log in Kafka: its topics and their settings, how it is reached, and what must not happen to it while the job runs. */
package vaiwg.jobs.kafka;
