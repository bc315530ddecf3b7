/** Figures for Prometheus: samples and their names, and the ways by which they are sent. */
package vaiwg.jobs.prometheus;
