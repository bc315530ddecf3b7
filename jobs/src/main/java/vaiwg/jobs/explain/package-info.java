/** Which cases are behind a figure, by a replay of the log. */
package vaiwg.jobs.explain;
