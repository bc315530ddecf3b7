/** The measures, one class for each priority area. What an analyst edits. */
package vaiwg.kpis.catalogue.areas;
