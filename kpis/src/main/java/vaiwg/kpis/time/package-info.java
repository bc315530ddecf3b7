/** Days in London, working days, and the clock of a partition. */
package vaiwg.kpis.time;
