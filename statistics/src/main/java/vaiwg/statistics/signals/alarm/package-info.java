/** The daily alarm: whether more victims withdraw than the season and the kind of cases explain. */
package vaiwg.statistics.signals.alarm;
