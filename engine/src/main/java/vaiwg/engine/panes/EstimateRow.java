package vaiwg.engine.panes;

import vaiwg.statistics.attrition.Estimate;

/**
 * An estimate of a snapshot. What cannot be estimated has none.
 *
 * @param slot of the catalogue's estimates
 * @param through the last day whose events are in it, as a day number
 */
public record EstimateRow(int slot, Estimate estimate, int through) {}
