/** What a measure is, and the catalogue that all measures make: columns, windows, bases, slices, priority areas. */
package vaiwg.kpis.catalogue;
