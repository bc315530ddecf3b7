/** From when an event is known: clocks of partitions, knowledge time, the watermark, late events and dead letters. */
package vaiwg.jobs.knowledge;
