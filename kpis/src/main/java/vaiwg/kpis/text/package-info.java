/** Numbers in sentences and in tables. */
package vaiwg.kpis.text;
