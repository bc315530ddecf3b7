/** What can be true of a case or of another subject, and conditions over it, compiled to tables. */
package vaiwg.kpis.facts;
