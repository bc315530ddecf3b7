/** What is to be said of a figure at a midnight, decided once for all who show it: its state, its target, its sentence, its matter. */
package vaiwg.statistics.verdict;
