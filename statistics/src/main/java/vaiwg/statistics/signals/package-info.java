/** What a signal is, and what is known of one: raised, withdrawn, answered. */
package vaiwg.statistics.signals;
