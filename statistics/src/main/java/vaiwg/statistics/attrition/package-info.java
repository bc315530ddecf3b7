/**
 * How cases stop being open, by age: who is at risk, who leaves for which cause, and what share will have left so within a horizon.
 * Pure functions of counts. A table knows only whole numbers for days; where a source knows only months, each is a month.
 */
package vaiwg.statistics.attrition;
