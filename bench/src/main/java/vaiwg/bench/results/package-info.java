/** What was measured, as tables in files that are kept with the source. */
package vaiwg.bench.results;
