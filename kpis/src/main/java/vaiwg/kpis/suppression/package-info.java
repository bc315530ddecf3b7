/** Which published numbers of people are too small for those who may not see all: one rule for tables, dashboards, metrics and the report. */
package vaiwg.kpis.suppression;
