/** Control charts: limits, rules, rebases, rare events, funnels over areas, and what they say. */
package vaiwg.statistics.signals.charts;
