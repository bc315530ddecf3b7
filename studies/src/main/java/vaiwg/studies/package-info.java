/** Small programs, each of which measures one thing on simulated forces or logs and gives one table. */
package vaiwg.studies;
