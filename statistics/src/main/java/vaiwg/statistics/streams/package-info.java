/** Whether each stream of a force comes as it usually does. */
package vaiwg.statistics.streams;
