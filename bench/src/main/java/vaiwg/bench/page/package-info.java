/** The page {@code docs/performance.md} and its pictures, from results alone. */
package vaiwg.bench.page;
