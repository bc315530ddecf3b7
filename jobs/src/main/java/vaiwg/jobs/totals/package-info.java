/** Control totals: what sources say that they had, beside what was received. */
package vaiwg.jobs.totals;
