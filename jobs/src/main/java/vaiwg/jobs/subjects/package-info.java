/** The operator of subjects: every version of each is kept, and each event becomes a delta. */
package vaiwg.jobs.subjects;
