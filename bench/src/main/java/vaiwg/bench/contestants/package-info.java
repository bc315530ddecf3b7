/** Those that are measured: this job, the least job that Flink can run, and what a user could take in place of the job. */
package vaiwg.bench.contestants;
