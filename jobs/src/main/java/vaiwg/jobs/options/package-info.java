/** What a run of the job is configured with, in named groups. */
package vaiwg.jobs.options;
