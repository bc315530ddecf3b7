/** What more cases, days, forces and processes cost: the sections of {@code bench/run scale} and the page {@code docs/scale.md}. */
package vaiwg.bench.scale;
