/** The operator of panes: snapshots at midnights and each minute, and the consumers of daily aggregates (charts, alarms, estimates). */
package vaiwg.jobs.panes;
