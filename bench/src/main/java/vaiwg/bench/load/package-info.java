/** The job under a steady rate of events: how long one takes to its published row, and whether memory grows. */
package vaiwg.bench.load;
