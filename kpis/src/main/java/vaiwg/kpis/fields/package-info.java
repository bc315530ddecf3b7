/** How a record passes its fields to a reader, a writer or a copy: declared once, in the order in which they are stored. */
package vaiwg.kpis.fields;
