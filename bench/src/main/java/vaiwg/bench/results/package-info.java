/** What was measured, on which machine, in files that are kept with the source. */
package vaiwg.bench.results;
