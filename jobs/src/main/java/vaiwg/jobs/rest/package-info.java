/** Who may do what by the job's REST port. A cluster loads it beside Flink, without the rest of the job: it needs nothing else of ours. */
package vaiwg.jobs.rest;
