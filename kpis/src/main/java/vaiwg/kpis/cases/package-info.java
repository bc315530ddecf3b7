/**
 * Subjects and the versions of their records, as they are kept: cases, perpetrators, orders, safeguarding cases, conduct matters, persons.
 */
package vaiwg.kpis.cases;
