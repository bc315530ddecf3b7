/** How a contestant is measured: the log that all read, processor time, answers that are compared, programs in a JVM of their own. */
package vaiwg.bench.measure;
