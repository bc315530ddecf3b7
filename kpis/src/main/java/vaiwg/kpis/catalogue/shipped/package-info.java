/** The catalogue of all priority areas, with the reference data that it is built with. */
package vaiwg.kpis.catalogue.shipped;
