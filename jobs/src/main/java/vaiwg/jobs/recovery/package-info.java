/** Where a start of the job goes on: the newest checkpoint of its own folder, where that belongs to the same log and tables. */
package vaiwg.jobs.recovery;
