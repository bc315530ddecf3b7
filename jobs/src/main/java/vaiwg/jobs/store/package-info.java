/** Figures for PostgreSQL: the tables, their migrations, and the tasks that write them. */
package vaiwg.jobs.store;
