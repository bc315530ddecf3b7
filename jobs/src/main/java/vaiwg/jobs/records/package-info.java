/** Records on their way from source to panes: what is kept of one, and in which bytes it is sent and stored. */
package vaiwg.jobs.records;
