/** The operator of people and places. */
package vaiwg.jobs.persons;
