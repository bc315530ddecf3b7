/** The daily alarm: whether more cases end without the support of the victim than the season and the kind of cases explain. */
package vaiwg.statistics.signals.alarm;
