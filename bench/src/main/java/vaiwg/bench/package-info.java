/** The program {@code bench/run}: what this product costs beside what it would be replaced by, measured on one log and one machine. */
package vaiwg.bench;
