package vaiwg.statistics.attrition;

/**
 * A share, 0 to 1, with its 95 % interval.
 *
 * @param lower at most the value
 * @param upper at least the value
 * @param atRisk the greatest number of cases that were at risk at one age: on how many it rests
 */
public record Estimate(double value, double lower, double upper, int atRisk) {}
