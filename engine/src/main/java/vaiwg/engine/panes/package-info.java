/**
 * From deltas to figures: the daily counts of a force, rolling windows, follow-up of cases, what waits for its midnight, and the rows of a
 * snapshot.
 */
package vaiwg.engine.panes;
