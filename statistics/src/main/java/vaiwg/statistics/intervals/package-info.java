/** Confidence intervals of shares, of independent cases and of clusters. */
package vaiwg.statistics.intervals;
