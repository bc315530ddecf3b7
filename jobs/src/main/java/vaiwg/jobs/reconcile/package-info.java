/** Whether what was published is what the log says: a replay beside the tables. */
package vaiwg.jobs.reconcile;
